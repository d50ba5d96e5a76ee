import { expect, proves, test } from '#suite';

test(
  'what user A used up in project X is refused to user B there, and only there',
  proves('journey.two-users-two-projects'),
  async ({ rateLimit, client }) => {
    const half = Math.floor(rateLimit.limit / 2);

    const { x, ofA, ofB, inY } = await rateLimit.withinOneWindow(async ({ x: projectX, y, b }) => ({
      x: projectX,
      ofA: await rateLimit.times(half, client, projectX),
      ofB: await rateLimit.times(rateLimit.limit - half + 10, b, projectX),
      inY: await rateLimit.ask(b, y),
    }));
    await rateLimit.nextWindow();
    const later = await rateLimit.ask(client, x);

    for (const answer of ofA) expect(answer).toHaveStatus(200);
    for (const answer of ofB.slice(0, -10)) expect(answer).toHaveStatus(200);
    for (const answer of ofB.slice(-10)) expect(answer).toHaveStatus(429);
    expect(inY).toHaveStatus(200);
    expect(later).toHaveStatus(200);
  },
);
