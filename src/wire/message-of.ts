/** The message of whatever was thrown; of what is no Error, its text. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
