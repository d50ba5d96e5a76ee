import { UsageError } from '../target/input/usage-error.ts';

/** A parser whose complaint names the flag that the text was given to. */
export function named<T>(flag: string, parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw error instanceof UsageError ? new UsageError(`${flag} ${error.message}`) : error;
    }
  };
}
