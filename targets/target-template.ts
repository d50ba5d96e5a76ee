/** What `omconform target init` writes; every line is commented out but the address. */
export const targetTemplate = (name: string): string => `# What is known of the target "${name}". Use it with
#   npx omconform run --target ${name}
# Flags, the environment and .env win over this file. Keys do not belong here: TARGET_PUBLIC_KEY and TARGET_PRIVATE_KEY
# stay in the environment or in .env. The fields are described in schemas/target-file.json.

url: https://om.example.com:8443
# product: ops-manager            # or cloud-manager
# dialect: access-list            # or whitelist: its words for access lists
# org: 5f0000000000000000000001
# project: 5f0000000000000000000002
# risk: read-only                 # or own-resources, destructive
# caFile: om-ca.pem
# timeoutSeconds: 20
# rateLimitedPath: /groups/{PROJECT-ID}/events
# rateLimit: 100
# rateWindowSeconds: 60
# nonceLifetimeSeconds: 60
# blockedUsername: postmaster@example.com

# States that a run can neither create nor find. The verdict says which it needs, in these words:
# states:
#   a cluster whose backup is INACTIVE: 5f0000000000000000000003
`;
