/** Numbers that the documents name. */
export const limits = {
  /** Path under which every resource of the API lives. Source: Authentication. */
  basePath: '/api/public/v1.0',
  /** Entities on a page when the request names no size. Source: Lists. */
  defaultItemsPerPage: 100,
  /** Largest page that can be asked for. Source: Lists. */
  maxItemsPerPage: 500,
  /** Requests a project may make on a rate-limited resource within one window. Source: Rate Limiting. */
  rateLimit: 100,
  /** Length of the window in seconds; it begins with the clock's minute. Source: Rate Limiting. */
  rateWindowSeconds: 60,
  /** Source: message of MAX_TEAMS_PER_ORG_EXCEEDED. */
  maxTeamsPerOrganization: 250,
  /** Source: message of MAX_USERS_PER_TEAM_EXCEEDED. */
  maxUsersPerTeam: 250,
  /** Cloud Manager only; the message names the number, no document does. Inferred from its sister service. */
  maxUsersPerOrganization: 500,
} as const;
