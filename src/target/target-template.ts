/** What `omconform target init` writes; every line is commented out but the address. */
export const targetTemplate = (name: string): string => `# What is known of the target "${name}". Use it with
#   npx omconform run --target ${name}
# Flags, the environment and .env win over this file. Keys do not belong here: TARGET_PUBLIC_KEY and TARGET_PRIVATE_KEY
# stay in the environment or in .env. The fields are described in schemas/documents/target-file.json.

url: https://om.example.com:8443
# product: ops-manager            # or cloud-manager
# dialect: access-list            # or whitelist: its words for access lists
# org: 5f0000000000000000000001
# project: 5f0000000000000000000002
# risk: read-only                 # or own-resources, destructive, irreversible
# caFile: om-ca.pem
# clientCertFile: client.pem
# clientKeyFile: client-key.pem
# timeoutSeconds: 20
# connectSeconds: 10
# firstByteSeconds: 15
# maxBodyBytes: 16777216
# requestsPerSecond: 20
# inFlight: 4
# maxRequests: 5000
# maxSeconds: 1800
# rateLimitedPath: /groups/{PROJECT-ID}/events
# rateLimit: 100
# rateWindowSeconds: 60
# nonceLifetimeSeconds: 60
# maxItemsPerPage: 100
# blockedUsername: postmaster@example.com

# States that a run can neither create nor find. The verdict says which it needs, in these words:
# states:
#   a cluster whose backup is INACTIVE: 5f0000000000000000000003

# Requests that it refuses with certain error codes, which a run cannot find out by itself:
# provoke:
#   MAX_USERS_PER_GROUP_EXCEEDED:
#     method: POST
#     path: /groups/{PROJECT-ID}/users
#     body: [{ id: 5f0000000000000000000004, roles: [{ roleName: GROUP_READ_ONLY }] }]

# Families of resources that it has or lacks, whatever it answers; without a line a run finds out by itself:
# capabilities:
#   invoices: off

# Paths of resources that no public source establishes:
# paths:
#   sshKeys: /groups/{GROUP-ID}/sshKeys

# Failures that are put up with until a day; \`omconform baseline propose\` writes them:
# known:
#   - requirement: pretty.compact-by-default
#     fingerprint: 0d1c5e02
#     why: the proxy in front of it lays answers out anew
#     owner: platform team
#     until: 2027-01-31
#     link: https://tracker.example.com/OM-1
`;
