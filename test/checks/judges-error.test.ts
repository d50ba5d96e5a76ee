import { describe, test } from 'node:test';

import { judgeFilled, judgeFilledIn, judgeNamesPath, judgeReadable } from '../../src/checks/errors/error-text.ts';
import { exchange, fails, passes, refused, seesNothing } from '../support/made-exchanges.ts';

const html = exchange({ status: 404, text: '<html>' });

describe('the path of an unknown resource', () => {
  const path = '/softwareComponents/version';
  const asked = (...parameters: unknown[]) => refused({ parameters }, { path: `${path}?pretty=true` });

  test('is the parameter, with its query or without, and without what a proxy took off', () => {
    const whole = `/api/public/v1.0${path}`;
    for (const known of [whole, `${whole}?pretty=true`, path]) passes(judgeNamesPath(asked(known)));
  });

  test('is not the parameter', () => {
    for (const known of ['/version', 'version', '', '/api/public/v1.0/softwareComponents', '/other/version', 7]) {
      fails(judgeNamesPath(asked(known)), '/parameters');
    }
    fails(judgeNamesPath(asked()), '/parameters');
    fails(judgeNamesPath(asked(path, 'more')), '/parameters');
    fails(judgeNamesPath(html), '');
  });
});

describe('what was filled into the detail', () => {
  const about = (...parameters: unknown[]) => refused({ detail: 'No host with ID h1 exists in group g1.', parameters });

  test('is among the parameters', () => {
    passes(judgeFilledIn(about('h1', 'g1'), ['h1', 'g1']));
    passes(judgeFilledIn(about('"h1"', 'more'), ['h1']));
  });

  test('is not', () => {
    fails(judgeFilledIn(about('h1'), ['h1', 'g1']), '/parameters');
    fails(judgeFilledIn(refused({ detail: 'No host h1.', parameters: undefined }), ['h1']), '/parameters');
    fails(judgeFilledIn(html, ['h1']), '');
  });

  test('is only what the detail names', () => {
    seesNothing(judgeFilledIn(about(), ['h2']));
  });
});

describe('a detail', () => {
  test('that people can read', () => {
    for (const detail of ['No such host.', 'Field "{hostnam}" is unknown: {a: 1} < 3 > 2.', '50% done']) {
      passes(judgeReadable(refused({ detail })));
    }
  });

  test('that they cannot', () => {
    for (const detail of ['', 'HOST_NOT_FOUND', undefined, 7]) fails(judgeReadable(refused({ detail })), '/detail');
    for (const left of ['{HOST-ID}', '<ID>', '{0}', '%s', '${id}']) {
      const detail = `No host ${left}.`;
      fails(judgeReadable(refused({ detail })), '/detail');
    }
    fails(judgeReadable(html), '');
  });

  test('that repeats braces of the request', () => {
    passes(judgeFilled(refused({ detail: 'No group {GROUP-ID}.' }, { path: '/groups/%7BGROUP-ID%7D' })));
    seesNothing(judgeFilled(html));
  });
});
