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
} as const;
