import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { errorAnswerOf } from '../../src/checks/exchange/error-answer.ts';
import { shapeOf } from '../../src/checks/exchange/shapes.ts';
import { judgeStanding } from '../../src/checks/judge-standing.ts';
import { judgeEntity } from '../../src/checks/schemas/entity.ts';
import { exchange as made } from '../support/made-exchanges.ts';

const refusal = {
  detail: 'Cannot find a host with id 1.',
  error: 404,
  errorCode: 'HOST_NOT_FOUND',
  parameters: ['1'],
  reason: 'Not Found',
};
const path = `/groups/${'a'.repeat(24)}/hosts/${'b'.repeat(32)}`;
const answered = (query: string, status: number, body: unknown) => made({ path: path + query, status, body });

describe('a refusal that is malformed is still a refusal', () => {
  const cases = [
    ['the status of its envelope is a text', answered('?envelope=true', 200, { status: '404', content: refusal }), 404],
    ['it comes with 200', answered('', 200, refusal), 200],
    ['it comes with 200, and lacks the reason', answered('', 200, { ...refusal, reason: undefined }), 200],
  ] as const;
  for (const [what, exchange, status] of cases) {
    test(what, () => {
      assert.equal(errorAnswerOf(exchange)?.status, status);
      assert.equal(shapeOf(exchange).kind, 'none');
      assert.equal(judgeEntity(exchange, 'host').examined, 0);
      const asEntity = judgeStanding(exchange).filter(({ requirement }) => /^(?:link|resource|list)\./.test(requirement));
      assert.deepEqual(asEntity, []);
    });
  }

  test('its faults are told as those of a refusal', () => {
    const said = judgeStanding(answered('', 200, refusal)).find(
      ({ requirement }) => requirement === 'error.error-is-http-status',
    );
    assert.equal(said?.judgement.violations[0]?.message, 'is 404, but the status is 200');
  });

  test('an entity in an envelope whose status is a text stays an entity', () => {
    const exchange = answered('?envelope=true', 200, { status: '200', content: { id: 'b'.repeat(32), links: [] } });
    assert.equal(errorAnswerOf(exchange), undefined);
    assert.equal(shapeOf(exchange).kind, 'entity');
  });
});
