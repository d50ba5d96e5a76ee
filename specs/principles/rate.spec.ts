import { expect, proves, test } from '#suite';

test.describe('a rate-limited resource', () => {
  test('serves as many requests as the limit allows', proves('rate.allows-the-limit'), async ({ rateLimit }) => {
    const { ofA, ofB } = await rateLimit.example();

    for (const answer of [...ofA, ...ofB]) expect(answer).toHaveStatus(200);
  });

  test('refuses the requests beyond', proves('rate.refuses-beyond'), async ({ rateLimit }) => {
    const { beyondByB, beyondByA } = await rateLimit.example();

    for (const answer of [...beyondByB, beyondByA]) expect(answer).toHaveStatus(429);
  });

  test('counts the requests in whatever form they come', proves('rate.refuses-beyond'), async ({ rateLimit }) => {
    const { beyondInNext } = await rateLimit.example();

    if (beyondInNext !== undefined) expect(beyondInNext).toHaveStatus(429);
  });

  test('refuses with the code for it', proves('rate.refusal-document'), async ({ rateLimit }) => {
    const { ofA, ofB, beyondByB, beyondByA } = await rateLimit.example();
    const within = [...ofA, ...ofB];

    for (const answer of [...beyondByB, beyondByA]) expect(answer).toBeRefusedWith(429, 'RATE_LIMITED');
    if (within.every(({ status }) => status === 200)) expect(beyondByA).toTellLimit(within.length);
  });

  test(
    'counts the requests of all callers of a project together',
    proves('rate.counter-shared-by-callers'),
    async ({ rateLimit }) => {
      const { beyondByB, beyondByA } = await rateLimit.example();

      for (const answer of [...beyondByB, beyondByA]) expect(answer).toHaveStatus(429);
    },
  );

  test('counts each project apart', proves('rate.counter-per-project'), async ({ rateLimit }) => {
    const { otherProject } = await rateLimit.example();

    for (const answer of otherProject) expect(answer).toHaveStatus(200);
  });

  test('leaves other resources alone', proves('rate.other-resources-unaffected'), async ({ rateLimit }) => {
    const { otherResource } = await rateLimit.example();

    for (const answer of otherResource) expect(answer).toHaveStatus(200);
  });

  test('serves the whole limit again with the next window', proves('rate.opens-again'), async ({ rateLimit }) => {
    const { nextWindow, windowAfter } = await rateLimit.example();

    for (const answer of [...nextWindow, windowAfter]) expect(answer).toHaveStatus(200);
  });
});

// The page's own example: it looks at the same windows, of which a real one is a minute.
test(
  'what user A used up in project X is refused to user B there, and only there, until the next window',
  proves('journey.two-users-two-projects'),
  async ({ rateLimit }) => {
    const { ofA, ofB, beyondByB, otherProject, nextWindow } = await rateLimit.example();

    for (const answer of [...ofA, ...ofB]) expect(answer).toHaveStatus(200);
    for (const answer of beyondByB) expect(answer).toHaveStatus(429);
    for (const answer of [...otherProject, ...nextWindow]) expect(answer).toHaveStatus(200);
  },
);
