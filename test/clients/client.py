"""Makes the requests that come a line each, with the library that is named, and answers each with a line."""

import json
import os
import sys

keys = (os.environ["CLIENT_PUBLIC_KEY"], os.environ["CLIENT_PRIVATE_KEY"])
headers = {"Content-Type": "application/json"}

if sys.argv[1] == "requests":
    import requests
    from requests.auth import HTTPDigestAuth

    session = requests.Session()
    session.auth = HTTPDigestAuth(*keys)

    def call(method, url, body):
        answer = session.request(method, url, data=body, headers=headers)
        return answer.status_code, answer.text

else:
    import httpx

    client = httpx.Client(auth=httpx.DigestAuth(*keys))

    def call(method, url, body):
        answer = client.request(method, url, content=body, headers=headers)
        return answer.status_code, answer.text


for line in sys.stdin:
    asked = json.loads(line)
    status, text = call(asked["method"], asked["url"], asked["body"])
    print(json.dumps({"status": status, "body": text}), flush=True)
