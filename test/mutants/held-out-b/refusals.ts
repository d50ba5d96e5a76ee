import type { MockOptions, MockRequest } from '../../../src/mock/forms/types.ts';
import { fillTemplate } from '../../../src/contract/error-codes/template.ts';
import { isErrorCodeName, messageTemplate } from '../../../src/contract/error-codes/index.ts';
import { jsonOf, pathOf, rewritingErrors, withJson } from '../lies.ts';
import { naming, om, pp, type HeldOut } from './lie.ts';

const rule =
  'detail: Human-readable description of the API request error. parameters: List of parameters passed in the API request. (the example fills both with the path that was asked for)';
const lie = (name: string, family: string, code: string, mock: MockOptions): HeldOut => ({
  name,
  kind: '9 refusals',
  family,
  sentence: `${code}; ${rule} (${pp}, ${om})`,
  mock,
});
const part = (request: MockRequest, index: number): string => pathOf(request).split('/')[index] ?? '';

/** Detail alone or parameters alone changed, for one code. */
const alter = (
  code: string,
  change: (error: Record<string, unknown>, request: MockRequest) => object,
  product: 'ops-manager' | 'cloud-manager' = 'ops-manager',
): MockOptions => ({
  product,
  wire: rewritingErrors((error, request) => (error['errorCode'] === code ? { ...error, ...change(error, request) } : undefined)),
});

/** The refusal names the one that was shown last in the place of the one asked for. */
const existing = (code: string, family: RegExp): MockOptions => ({
  inner: (next) => {
    let last: unknown;
    return async (request) => {
      const response = await next(request);
      if (!family.test(pathOf(request))) return response;
      const document = jsonOf(response) as Record<string, unknown> | undefined;
      if (response.status < 300)
        last = (document?.['results'] as { id: string }[] | undefined)?.at(-1)?.id ?? document?.['id'] ?? last;
      if (document?.['errorCode'] !== code || last === undefined || !isErrorCodeName(code)) return response;
      const parameters = [String(last), ...((document['parameters'] as string[] | undefined) ?? []).slice(1)];
      return withJson(response, {
        ...document,
        parameters,
        detail: fillTemplate(messageTemplate(code, 'ops-manager'), parameters),
      });
    };
  },
});

const elsewhere = '5f0000000000000000000000';

export const refusals: readonly HeldOut[] = [
  lie(
    'refusal-host-by-name-names-the-usual-port',
    'hosts byName',
    'HOSTNAME_AND_PORT_NOT_FOUND No host with hostname and port <name:port> exists in group <group>.',
    naming('HOSTNAME_AND_PORT_NOT_FOUND', ([name = '', group = '']) => [name.replace(/:\d+$/, ':27017'), group]),
  ),
  lie(
    'refusal-host-by-name-names-another-project',
    'hosts byName',
    'HOSTNAME_AND_PORT_NOT_FOUND … exists in group <group>.',
    naming('HOSTNAME_AND_PORT_NOT_FOUND', ([name = '']) => [name, elsewhere]),
  ),
  lie(
    'refusal-host-by-name-names-no-host',
    'hosts byName',
    'HOSTNAME_AND_PORT_NOT_FOUND … <name:port>',
    naming('HOSTNAME_AND_PORT_NOT_FOUND', ([name = '', group = '']) => [name.split(':')[1] ?? '', group]),
  ),
  lie(
    'refusal-host-swaps-host-and-project',
    'hosts by id',
    'HOST_NOT_FOUND No host with ID <ID> exists in group <group>.',
    naming('HOST_NOT_FOUND', ([host = '', group = '']) => [group, host]),
  ),
  lie(
    'refusal-cluster-names-another-id',
    'clusters by id',
    'CLUSTER_NOT_FOUND No cluster with ID <ID> exists in group <group>.',
    naming('CLUSTER_NOT_FOUND', ([, group = '']) => [elsewhere, group]),
  ),
  lie(
    'refusal-resource-names-a-cut-path',
    'unknown resource below a project',
    'RESOURCE_NOT_FOUND Cannot find resource <resource>.',
    naming('RESOURCE_NOT_FOUND', ([path = '']) => [path.replace('/api/public/v1.0', '')], { path: /^\/groups\// }),
  ),
  lie(
    'refusal-resource-names-the-parent',
    'unknown resource at the root',
    'RESOURCE_NOT_FOUND Cannot find resource <resource>.',
    naming('RESOURCE_NOT_FOUND', ([path = '']) => [path.replace(/\/[^/]*$/, '')], { path: /^\/[^/]+(?:\/[^/]+)?$/ }),
  ),
  lie(
    'refusal-invalid-project-id-is-null',
    'projects, malformed id',
    'INVALID_GROUP_ID An invalid group ID <ID> was specified.',
    naming('INVALID_GROUP_ID', () => ['null']),
  ),
  lie(
    'refusal-missing-field-is-always-hostname',
    'hosts POST',
    'MISSING_ATTRIBUTE The required attribute <attribute> was not specified.',
    naming('MISSING_ATTRIBUTE', () => ['hostname'], { path: /\/hosts$/ }),
  ),
  lie(
    'refusal-missing-field-is-always-username',
    'users POST',
    'MISSING_ATTRIBUTE The required attribute <attribute> was not specified.',
    naming('MISSING_ATTRIBUTE', () => ['username'], { path: /^\/users$/ }),
  ),
  lie(
    'refusal-unknown-field-of-a-team-is-the-body',
    'teams POST, PATCH',
    'an HTTP 400 status code and an error message stating which field was invalid',
    naming('INVALID_ATTRIBUTE', () => ['body'], { path: /\/teams/ }),
  ),
  lie(
    'refusal-unknown-field-of-a-window-is-the-body',
    'maintenance windows',
    'an HTTP 400 status code and an error message stating which field was invalid',
    naming('INVALID_ATTRIBUTE', () => ['body'], { path: /\/maintenanceWindows/ }),
  ),
  lie(
    'refusal-read-only-field-is-always-id',
    'alert configurations PUT, PATCH; hosts PATCH',
    'include a field that cannot be modified … an error message stating which field was invalid',
    naming('ATTRIBUTE_READ_ONLY', () => ['id']),
  ),
  lie(
    'refusal-enum-names-the-field',
    'alert configurations POST',
    'INVALID_ENUM_VALUE An invalid enumeration value <value> was specified.',
    naming('INVALID_ENUM_VALUE', () => ['eventTypeName']),
  ),
  lie(
    'refusal-taken-project-name-names-the-organization',
    'projects POST',
    'GROUP_ALREADY_EXISTS A group with name <name> already exists.',
    naming('GROUP_ALREADY_EXISTS', () => ['Conformance']),
  ),
  lie(
    'refusal-taken-username-is-cut-at-the-at',
    'users POST',
    'USER_ALREADY_EXISTS A user with username <username> already exists.',
    naming('USER_ALREADY_EXISTS', ([name = '']) => [name.split('@')[0] ?? '']),
  ),
  lie(
    'refusal-alert-config-is-the-one-shown-last',
    'alert configurations by id',
    'ALERT_CONFIG_NOT_FOUND No alert configuration with ID <ID> exists in group <group>.',
    existing('ALERT_CONFIG_NOT_FOUND', /\/alertConfigs/),
  ),
  lie(
    'refusal-window-is-the-project',
    'maintenance windows by id',
    'MAINTENANCE_WINDOW_NOT_FOUND No maintenance window with ID <ID> exists in group <group>.',
    naming('MAINTENANCE_WINDOW_NOT_FOUND', ([, group = '']) => [group, group]),
  ),
  lie(
    'refusal-alert-detail-is-unfilled',
    'alerts by id',
    'ALERT_NOT_FOUND No alert with ID <ID> exists in group <group>.',
    alter('ALERT_NOT_FOUND', () => ({ detail: 'No alert with ID {0} exists in group {1}.' })),
  ),
  lie(
    'refusal-snapshot-names-another-cluster',
    'snapshots by id',
    'SNAPSHOT_NOT_FOUND No snapshot with ID <ID> exists for cluster <cluster>.',
    naming('SNAPSHOT_NOT_FOUND', ([id = ''], request) => [id, part(request, 2)]),
  ),
  lie(
    'refusal-query-parameter-is-the-value',
    'paging of any list',
    'INVALID_QUERY_PARAMETER Invalid query parameter <parameter> specified.',
    naming('INVALID_QUERY_PARAMETER', ([name = ''], request) => [
      new URLSearchParams(request.target.split('?')[1]).get(name) ?? '',
    ]),
  ),
  lie(
    'refusal-rate-limit-names-another-limit',
    'events',
    'RATE_LIMITED Resource <resource> is limited to <number> requests every <number> minutes.',
    naming('RATE_LIMITED', ([resource = '', , minutes = '']) => [resource, '1000', minutes]),
  ),
  lie(
    'refusal-rate-limit-names-another-resource',
    'events',
    'RATE_LIMITED Resource <resource> is limited to …',
    naming('RATE_LIMITED', ([, number = '', minutes = '']) => ['/api/public/v1.0/groups', number, minutes]),
  ),
  lie(
    'refusal-unlisted-names-another-address',
    'access lists',
    'IP_ADDRESS_NOT_ON_ACCESS_LIST IP address <address> is not allowed to access this resource.',
    naming('IP_ADDRESS_NOT_ON_ACCESS_LIST', () => ['10.0.0.1']),
  ),
  lie(
    'refusal-username-is-cut-at-the-at',
    'users byName',
    'USERNAME_NOT_FOUND No user with username <username> exists.',
    naming('USERNAME_NOT_FOUND', ([name = '']) => [name.split('@')[0] ?? '']),
  ),
  lie(
    'refusal-project-name-is-upper-case',
    'projects byName',
    'GROUP_NAME_NOT_FOUND No group with name <name> exists.',
    naming('GROUP_NAME_NOT_FOUND', ([name = '']) => [name.toUpperCase()]),
  ),
  lie(
    'refusal-database-swaps-name-and-host',
    'databases of hosts',
    'DATABASE_NOT_FOUND No database with name <name> exists on host <host>.',
    naming('DATABASE_NOT_FOUND', ([name = '', host = '']) => [host, name]),
  ),
  lie(
    'refusal-access-entry-names-the-callers-address',
    "user's list",
    'ACCESS_LIST_NOT_FOUND IP address <address> not on access list for user <username>.',
    naming('ACCESS_LIST_NOT_FOUND', ([, user = '']) => ['127.0.0.1', user]),
  ),
];
