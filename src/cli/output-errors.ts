/** Exit code of a process that could not write what it had to say. */
const notWritten = 3;

let begun = false;

/**
 * What becomes of the process when its standard output or error cannot be written to. Who reads only the beginning
 * (`omconform plan | head`) wants no more: what is under way ends as it would have, cleaning up included, without a word.
 * Any other failure, such as a full disk, is one line and exit code 3. Once a process is enough.
 */
export function bearClosedOutput(): void {
  if (begun) return;
  begun = true;
  process.stderr.on('error', () => {});
  let failed = false;
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    // Playwright, and what else the run consists of, may end the stream before all is said.
    if (failed || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return;
    failed = true;
    process.stderr.write(`omconform: standard output cannot be written to: ${code}\n`);
    process.on('exit', () => {
      process.exitCode = notWritten;
    });
  });
}
