/** The run was asked for in a way that cannot be done. The message is one line: what is wrong and how to mend it. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
    // Tools that print errors on their own print this: a stack says nothing to somebody who mistyped a setting.
    this.stack = `${this.name}: ${message}`;
  }
}
