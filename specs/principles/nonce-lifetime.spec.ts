import { examined, expect, proves, test } from '#suite';

// Apart from the rest of its area, because it waits.
test.describe('a nonce that has grown old', () => {
  test('is refused', proves('auth.nonce-is-short-lived'), async ({ handshake, forged }) => {
    const old = await handshake.outlivedChallenge();

    expect(await handshake.answerTo(old)).toHaveStatus(401);
    for (const answer of await forged.writesOver(old)) expect(answer).toHaveStatus(401);
  });

  test('and called stale may be replaced by the new one', proves('auth.stale-challenge-is-usable'), async ({ handshake }) => {
    const old = await handshake.outlivedChallenge();

    const [fresh] = examined(handshake.staleChallengesOf(await handshake.answerTo(old)));

    expect(await handshake.answerTo(fresh!)).toHaveStatus(200);
  });
});
