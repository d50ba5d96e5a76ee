import { examined, expect, proves, test } from '#suite';

test.describe('a challenge', () => {
  test('meets a request without credentials', proves('auth.challenge-without-credentials'), async ({ handshake, forged }) => {
    for (const answer of [await handshake.ask(), ...(await forged.answers('no credentials'))]) {
      expect(answer).toHaveStatus(401);
      expect(handshake.challengesOf(answer), 'Digest challenges').not.toHaveLength(0);
    }
  });

  test('carries a nonce of its own', proves('auth.nonces-differ'), async ({ handshake }) => {
    const one = await handshake.challenge();
    const other = await handshake.challenge();

    const nonces = examined([one.parameters['nonce'], other.parameters['nonce']]);
    expect(new Set(nonces).size, `different nonces of ${nonces.join(' and ')}`).toBe(2);
  });

  test('can be met with each algorithm it offers', proves('auth.offered-algorithms-work'), async ({ handshake }) => {
    const offered = handshake.challengesOf(await handshake.ask());

    for (const index of offered.keys()) {
      // Challenges of one answer may share a nonce, whose first use is used up by the first of them.
      expect(await handshake.answerTo(await handshake.challenge(index))).toHaveStatus(200);
    }
  });
});

test.describe('credentials', () => {
  test('of a valid key pair open the API', proves('auth.credentials-accepted'), async ({ client, handshake }) => {
    expect(await client.send({ method: 'GET', path: '' })).toHaveStatus(200);
    expect(await handshake.answerTo(await handshake.challenge())).toHaveStatus(200);
  });

  test('with a wrong private key are refused', proves('auth.wrong-key-refused'), async ({ handshake, names, forged }) => {
    expect(await handshake.forge({ privateKey: names.name('wrong-key') })).toHaveStatus(401);
    for (const answer of await forged.answers('a wrong private key')) expect(answer).toHaveStatus(401);
  });

  test('of nobody are refused', proves('auth.unknown-user-refused'), async ({ handshake, names, forged }) => {
    expect(await handshake.forge({ publicKey: names.name('nobody') })).toHaveStatus(401);
    for (const answer of await forged.answers('an unknown public key')) expect(answer).toHaveStatus(401);
  });

  test('whose response does not follow are refused', proves('auth.wrong-response-refused'), async ({ handshake, forged }) => {
    expect(await handshake.forge({ response: '0123456789abcdef0123456789abcdef' })).toHaveStatus(401);
    for (const answer of await forged.answers('a digest for another method')) expect(answer).toHaveStatus(401);
  });

  test('whose uri was changed are refused', proves('auth.tampered-uri-refused'), async ({ handshake, forged }) => {
    expect(await handshake.forge({ path: '/groups', computedFor: '/orgs', named: '/groups' })).toHaveStatus(400, 401);
    for (const answer of await forged.answers('a digest for another path')) expect(answer).toHaveStatus(400, 401);
  });

  test('made for one uri do not open another', proves('auth.uri-is-the-one-asked-for'), async ({ handshake }) => {
    expect(await handshake.forge({ path: '/groups', computedFor: '/orgs' })).toHaveStatus(400, 401);
  });

  test('over an invented nonce are refused', proves('auth.invented-nonce-refused'), async ({ handshake, names, forged }) => {
    expect(await handshake.forge({ nonce: names.unknownId() })).toHaveStatus(400, 401);
    for (const answer of await forged.answers('an invented nonce')) expect(answer).toHaveStatus(400, 401);
  });

  test('are refused when their count was used', proves('auth.nonce-count-not-reused'), async ({ handshake, forged }) => {
    const challenge = await handshake.countedChallenge();
    await handshake.answerTo(challenge, { count: 1 });

    expect(await handshake.answerTo(challenge, { count: 1 })).toHaveStatus(400, 401);
    for (const answer of await forged.writesOver(challenge)) expect(answer).toHaveStatus(400, 401);
  });

  test('sent as Basic are refused', proves('auth.basic-refused'), async ({ handshake, forged }) => {
    expect(await handshake.basic()).toHaveStatus(401);
    for (const answer of await forged.answers('Basic')) expect(answer).toHaveStatus(401);
  });
});

test('a refused write changes nothing', proves('auth.refused-changes-nothing'), async ({ forged, handshake, hosts, names }) => {
  const host = await hosts.own();
  const before = await hosts.read(host.id);

  const refused = await handshake.forge({
    method: 'PATCH',
    path: hosts.pathOf(host.id),
    privateKey: names.name('wrong-key'),
    body: { alertsEnabled: false },
  });

  expect(refused).toHaveStatus(401);
  expect(await hosts.read(host.id)).toBring(before);
  const { looks, made } = await forged.aftermath();
  for (const look of looks) expect(look.after).toBring(look.before);
  expect(made, 'what refused requests made').toEqual([]);
});
