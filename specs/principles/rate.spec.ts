import { expect, proves, test } from '#suite';

test.describe('a rate-limited resource', () => {
  test('serves as many requests as the limit allows', proves('rate.allows-the-limit'), async ({ rateLimit }) => {
    const { withinLimit } = await rateLimit.burst();

    for (const answer of withinLimit) expect(answer).toHaveStatus(200);
  });

  test('refuses the request beyond', proves('rate.refuses-beyond'), async ({ rateLimit }) => {
    const { beyondByA } = await rateLimit.burst();

    expect(beyondByA).toHaveStatus(429);
  });

  test('refuses with the code for it', proves('rate.refusal-document'), async ({ rateLimit }) => {
    const { beyondByA } = await rateLimit.burst();

    expect(beyondByA).toBeRefusedWith(429, 'RATE_LIMITED');
  });

  test(
    'counts the requests of all callers of a project together',
    proves('rate.counter-shared-by-callers'),
    async ({ rateLimit }) => {
      const { beyondByB } = await rateLimit.burst();

      expect(beyondByB).toHaveStatus(429);
    },
  );

  test('counts each project apart', proves('rate.counter-per-project'), async ({ rateLimit }) => {
    const { otherProject } = await rateLimit.burst();

    expect(otherProject).toHaveStatus(200);
  });

  test('leaves other resources alone', proves('rate.other-resources-unaffected'), async ({ rateLimit }) => {
    const { otherResource } = await rateLimit.burst();

    expect(otherResource).toHaveStatus(200);
  });

  test('serves again in the next window', proves('rate.opens-again'), async ({ rateLimit }) => {
    const { nextWindow } = await rateLimit.burst();

    expect(nextWindow).toHaveStatus(200);
  });
});
