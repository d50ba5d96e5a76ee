import { text } from 'node:stream/consumers';
import { readEvidenceText } from '../../verdict/recorded-run.ts';
import { rejudged } from './rejudged.ts';
import { whatIf } from './what-if.ts';

// A child of ask-what-if.ts.
const evidence = readEvidenceText(await text(process.stdin));
const found = await whatIf(evidence, await rejudged(evidence));
process.stdout.write(JSON.stringify([...found].map(([fault, ids]) => [fault, [...ids]])));
