/**
 * Lines of a shell, each with what it begins with in its file, that set the results of the night before aside, in `before`,
 * and do something where there are any. A run that is refused would leave them in its place.
 */
export const setAside = (begin: string, then: string): string =>
  [
    'mkdir -p before',
    'for name in verdict.json evidence.ndjson; do if [ -f "reports/$name" ]; then mv "reports/$name" before/; fi; done',
    `if [ -f before/verdict.json ]; then ${then}; fi`,
  ]
    .map((line) => begin + line)
    .join('\n');
