import { examined, expect, proves, test } from '#suite';

test('the API is reached over https', proves('https.only'), async ({ onlyFor, plainHttp }) => {
  onlyFor('cloud-manager');

  const [scheme] = examined([plainHttp.schemeOfTarget()]);

  expect(scheme).toBe('https:');
});

test('plain http beside it serves nothing', proves('https.plain-http-not-served'), async ({ plainHttp }) => {
  for (const answer of await plainHttp.answersBesideHttps()) {
    expect(answer).toServeNothing();
  }
});
