export const risks = ['read-only', 'own-resources', 'destructive', 'irreversible'] as const;
/**
 * What a run may do to the target.
 * read-only: GET, HEAD and unauthenticated probes. own-resources: also create, change and remove what the run made
 * itself, and requests that are meant to be refused. destructive: also change what was there before, where that can be
 * put back. irreversible: also what cannot be undone, such as removing a project of somebody else.
 */
export type Risk = (typeof risks)[number];
