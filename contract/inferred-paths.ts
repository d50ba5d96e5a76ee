/**
 * Paths that no public source establishes: the error codes prove that the resources existed, nothing tells where. The
 * mock serves them here; on a target that answers that there is no such resource, their codes are not offered.
 */
export const inferredPaths = {
  lastPing: '/groups/{GROUP-ID}/hosts/{HOST-ID}/lastPing',
  lastPings: '/groups/{GROUP-ID}/lastPings',
} as const;
