import { createHash } from 'node:crypto';
import { entity, link, page, type Fields, type Present, type Route } from './answers.ts';
import { refuse } from './refusal.ts';

const idOf = (groupId: string, number: number): string =>
  createHash('sha256').update(`${groupId} alert ${number}`).digest('hex').slice(0, 24);

/** A hundred of each project. One is so old that this version cannot name its event any more. */
function configsOf(groupId: string): Fields[] {
  return Array.from({ length: 100 }, (_, number) => ({
    id: idOf(groupId, number),
    groupId,
    typeName: 'HOST',
    enabled: number % 2 === 0,
    matchers: [],
    ...(number !== 57 && { eventTypeName: 'HOST_DOWN' }),
    created: '2014-02-03T04:05:06Z',
    updated: '2020-02-03T04:05:06Z',
    notifications: [
      {
        typeName: 'GROUP',
        intervalMin: 15,
        delayMin: 0,
        emailEnabled: true,
        smsEnabled: false,
        notifierId: idOf(groupId, number),
      },
    ],
  }));
}

const present: Present<Fields> = (config, { root, relations }) => {
  const group = `${root}/groups/${String(config['groupId'])}`;
  return { ...config, links: [link('self', `${group}/alertConfigs/${String(config['id'])}`), link(`${relations}group`, group)] };
};

/** Alert configurations of projects, to be read; `known` refuses a project that is not there. */
export const alertConfigs = (known: (groupId: string) => void): readonly Route[] => [
  [
    /^\/groups\/([^/]+)\/alertConfigs\/?$/,
    {
      GET: (ask, groupId = '') => {
        known(groupId);
        return page(ask, configsOf(groupId), present);
      },
    },
  ],
  [
    /^\/groups\/([^/]+)\/alertConfigs\/([^/]+)\/?$/,
    {
      GET: (ask, groupId = '', id = '') => {
        known(groupId);
        return entity(
          present(configsOf(groupId).find((one) => one['id'] === id) ?? refuse('ALERT_CONFIG_NOT_FOUND', id, groupId), ask),
        );
      },
    },
  ],
];
