import { expect, proves, test } from '#suite';

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
