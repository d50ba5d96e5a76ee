import type { Judgement } from '../../contract/outcomes.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { at, judged } from '../exchange/judgement.ts';
import { below, seen } from '../exchange/pointer.ts';
import { entitiesOf } from '../exchange/shapes.ts';

/** What monitoring measures of a host; before the first ping there is nothing to tell. */
const statistics = ['uptimeMsec', 'lastDataSizeBytes', 'lastIndexSizeBytes'] as const;

/**
 * The statistics of hosts that nobody has pinged are zero. Each field that is there is one item: a server may leave
 * them out, and then nothing is seen. Source: Returns Default Values for Fields without Other Values.
 */
export function judgeNoStatisticsYet(exchange: Exchange): Judgement {
  const fields = entitiesOf(exchange).flatMap(({ value, pointer }) =>
    statistics.filter((name) => value[name] !== undefined).map((name) => ({ value: value[name], path: below(pointer, name) })),
  );
  return judged(
    fields.length,
    fields
      .filter(({ value }) => value !== 0)
      .map(({ value, path }) => at(exchange, path, `is ${seen(value)}, expected 0 for a host without statistics`)),
  );
}

/** A host that does not authenticate has no username. Hosts that do, or do not tell, show nothing. Source: the same. */
export function judgeNoIdleUsername(exchange: Exchange): Judgement {
  const hosts = entitiesOf(exchange).filter(({ value }) => value['authMechanismName'] === 'NONE');
  return judged(
    hosts.length,
    hosts
      .filter(({ value }) => 'username' in value)
      .map(({ value, pointer }) =>
        at(
          exchange,
          below(pointer, 'username'),
          `is ${seen(value['username'])}, expected no such field: the host does not authenticate`,
        ),
      ),
  );
}
