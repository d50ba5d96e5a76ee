// Makes the requests that come a line each and answers each with a line. Every request is sent without credentials
// first, and again with an answer to the challenge it brings.
package main

import (
	"bufio"
	"crypto/md5"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
)

type asked struct {
	Method string  `json:"method"`
	URL    string  `json:"url"`
	Body   *string `json:"body"`
}

type answered struct {
	Status int    `json:"status"`
	Body   string `json:"body"`
}

var parameter = regexp.MustCompile(`(\w+)="?([^",]*)"?`)

func hash(text string) string { return fmt.Sprintf("%x", md5.Sum([]byte(text))) }

func authorization(challenge, method, uri string) string {
	given := map[string]string{}
	for _, match := range parameter.FindAllStringSubmatch(strings.TrimPrefix(challenge, "Digest "), -1) {
		given[match[1]] = match[2]
	}
	user := os.Getenv("CLIENT_PUBLIC_KEY")
	random := make([]byte, 8)
	if _, err := rand.Read(random); err != nil {
		panic(err)
	}
	cnonce := fmt.Sprintf("%x", random)
	secret := hash(user + ":" + given["realm"] + ":" + os.Getenv("CLIENT_PRIVATE_KEY"))
	proof := hash(secret + ":" + given["nonce"] + ":00000001:" + cnonce + ":auth:" + hash(method+":"+uri))
	return fmt.Sprintf(
		`Digest username="%s", realm="%s", nonce="%s", uri="%s", response="%s", algorithm=MD5, cnonce="%s", qop=auth, nc=00000001`,
		user, given["realm"], given["nonce"], uri, proof, cnonce)
}

func send(one asked, credentials string) (*http.Response, error) {
	var body io.Reader
	if one.Body != nil {
		body = strings.NewReader(*one.Body)
	}
	request, err := http.NewRequest(one.Method, one.URL, body)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", "application/json")
	if one.Body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if credentials != "" {
		request.Header.Set("Authorization", credentials)
	}
	return http.DefaultClient.Do(request)
}

func call(one asked) (answered, error) {
	first, err := send(one, "")
	if err != nil {
		return answered{}, err
	}
	if _, err := io.Copy(io.Discard, first.Body); err != nil {
		return answered{}, err
	}
	first.Body.Close()
	second, err := send(one, authorization(first.Header.Get("WWW-Authenticate"), one.Method, first.Request.URL.RequestURI()))
	if err != nil {
		return answered{}, err
	}
	defer second.Body.Close()
	text, err := io.ReadAll(second.Body)
	return answered{Status: second.StatusCode, Body: string(text)}, err
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var one asked
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			panic(err)
		}
		answer, err := call(one)
		if err != nil {
			panic(err)
		}
		text, err := json.Marshal(answer)
		if err != nil {
			panic(err)
		}
		fmt.Println(string(text))
	}
}
