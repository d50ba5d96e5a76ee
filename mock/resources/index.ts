import type { Route } from '../route.ts';
import { accessLists } from './access-lists.ts';
import { alertConfigs } from './alert-configs.ts';
import { alerts } from './alerts.ts';
import { apiKeys } from './api-keys.ts';
import { groups } from './groups.ts';
import { hosts } from './hosts.ts';
import { orgs } from './orgs.ts';
import { root } from './root.ts';
import { users } from './users.ts';

/** Everything that is served, of both products; a family is one file. */
export const routes: readonly Route[] = [
  ...root, ...orgs, ...groups, ...users, ...apiKeys, ...accessLists, ...hosts, ...alerts, ...alertConfigs,
];
