import { errorCodes, fillTemplate, messageTemplate, type ErrorCodeName } from '../../../src/contract/error-codes/index.ts';
import type { RequirementId } from '../../../src/contract/requirements/index.ts';
import type { MockRequest } from '../../../src/mock/forms/types.ts';
import { bodyOf, pathOf, queryOf, rewritingErrors } from '../lies.ts';
import type { Mutant } from '../mutant.ts';

type Fillers = readonly string[];

interface Misnaming {
  /** What the refusals of the code are filled with instead, in detail and parameters alike. */
  readonly instead: (fillers: Fillers, request: MockRequest) => Fillers;
  /** Where they are; anywhere without it. */
  readonly at?: RegExp;
  readonly also?: readonly RequirementId[];
}

/** The refusals of a code name something else. */
function misnaming(name: string, code: ErrorCodeName, { instead, at = /^/, also }: Misnaming): Mutant {
  const product = errorCodes[code].products[0]!;
  return {
    name,
    breaks: `code.${code}`,
    ...(also && { also }),
    mock: {
      product,
      wire: rewritingErrors((error, request) => {
        if (error['errorCode'] !== code || !at.test(pathOf(request))) return undefined;
        const parameters = instead(error['parameters'] as Fillers, request);
        return { ...error, parameters, detail: fillTemplate(messageTemplate(code, product), parameters) };
      }),
    },
  };
}

const swapped = ([first = '', second = '']: Fillers): Fillers => [second, first];
const always =
  (...fillers: Fillers) =>
  (): Fillers =>
    fillers;
const segment = (request: MockRequest, index: number): string => pathOf(request).split('/')[index] ?? '';

/** One of each kind of thing that a message names, in the families that name it. */
export const mutants: readonly Mutant[] = [
  misnaming('an-alert-is-named-in-the-place-of-its-project', 'ALERT_NOT_FOUND', { instead: swapped }),
  misnaming('a-checkpoint-is-said-of-the-project', 'CHECKPOINT_NOT_FOUND', {
    instead: ([id = ''], request) => [id, segment(request, 2)],
  }),
  misnaming('a-cluster-that-is-not-there-is-undefined', 'CLUSTER_NOT_FOUND', {
    instead: ([, group = '']) => ['undefined', group],
  }),
  misnaming('a-snapshot-of-a-config-server-is-the-server', 'CONFIG_SNAPSHOT_NOT_FOUND', {
    instead: ([, host = '']) => [host, host],
  }),
  misnaming('a-disk-is-named-like-its-host', 'DEVICE_NOT_FOUND', { instead: swapped }),
  misnaming('an-invalid-user-id-is-empty', 'INVALID_USER_ID', { instead: always('') }),
  misnaming('an-invalid-window-id-is-null', 'INVALID_WINDOW_ID', { instead: always('null') }),
  misnaming('a-host-is-looked-for-at-the-usual-port', 'HOSTNAME_AND_PORT_NOT_FOUND', {
    instead: ([process = '', group = '']) => [process.replace(/:\d+$/, ':27017'), group],
    also: ['journey.stop-monitoring-a-process'],
  }),
  misnaming('a-host-is-looked-for-without-its-domain', 'HOSTNAME_AND_PORT_NOT_FOUND', {
    instead: ([process = '', group = '']) => [process.replace(/\.example\.com/, ''), group],
    also: ['journey.stop-monitoring-a-process'],
  }),
  misnaming('a-project-name-that-is-taken-is-a-word', 'GROUP_ALREADY_EXISTS', { instead: always('name') }),
  misnaming('a-name-of-no-project-is-cut', 'GROUP_NAME_NOT_FOUND', { instead: ([name = '']) => [name.split('-')[0] ?? ''] }),
  misnaming('a-user-of-no-name-is-cut-at-the-at', 'BAD_USERNAME_REF', { instead: ([name = '']) => [name.split('@')[0] ?? ''] }),
  misnaming('a-blocked-user-is-a-word', 'BLOCKED_USERNAME', { instead: always('blocked') }),
  misnaming('a-user-name-that-is-taken-is-cut-at-the-at', 'USER_ALREADY_EXISTS', {
    instead: ([name = '']) => [name.split('@')[0] ?? ''],
  }),
  misnaming('an-address-that-is-listed-is-another', 'ADDRESS_ALREADY_IN_ACCESS_LIST', { instead: always('203.0.113.1') }),
  misnaming('a-role-that-is-unknown-is-its-field', 'INVALID_ENUM_VALUE', { instead: always('roles'), at: /apiKeys$/ }),
  misnaming('a-mechanism-that-is-unknown-is-its-field', 'INVALID_AUTH_MECHANISM', { instead: always('authMechanismName') }),
  misnaming('a-granularity-that-is-unknown-is-its-parameter', 'INVALID_GRANULARITY', { instead: always('granularity') }),
  misnaming('a-port-beyond-all-is-the-usual-one', 'INVALID_HOST_PORT', { instead: always('27017') }),
  misnaming('a-metric-that-is-unknown-is-none', 'INVALID_METRIC_NAME', { instead: always('null') }),
  misnaming('a-negative-field-is-its-value', 'ATTRIBUTE_NEGATIVE', { instead: always('-1') }),
  misnaming('a-field-of-another-type-is-the-document', 'INVALID_JSON_ATTRIBUTE', { instead: always('body') }),
  misnaming('an-unknown-field-of-a-user-is-the-user', 'INVALID_ATTRIBUTE', { instead: always('person'), at: /^\/users$/ }),
  misnaming('an-unknown-field-of-a-team-is-the-team', 'INVALID_ATTRIBUTE', { instead: always('team'), at: /\/teams$/ }),
  misnaming('a-field-that-a-user-lacks-is-the-first', 'MISSING_ATTRIBUTE', { instead: always('username'), at: /^\/users$/ }),
  misnaming('a-field-that-a-team-lacks-is-the-other', 'MISSING_ATTRIBUTE', { instead: always('usernames'), at: /\/teams$/ }),
  misnaming('a-field-that-an-alert-configuration-lacks-is-another', 'MISSING_ATTRIBUTE', {
    instead: always('enabled'),
    at: /\/alertConfigs$/,
  }),
  misnaming('a-field-that-a-host-lacks-is-one-that-it-need-not-have', 'MISSING_ATTRIBUTE', {
    instead: always('username'),
    at: /\/hosts$/,
  }),
  misnaming('an-unknown-field-of-a-key-is-a-good-one', 'INVALID_ATTRIBUTE', { instead: always('desc'), at: /apiKeys$/ }),
  misnaming('a-field-of-a-window-that-is-no-list-is-a-date', 'INVALID_JSON_ATTRIBUTE', {
    instead: always('endDate'),
    at: /maintenanceWindows$/,
  }),
  misnaming('a-parameter-out-of-range-is-its-value', 'INVALID_QUERY_PARAMETER', {
    instead: ([name = ''], request) => [queryOf(request).get(name) ?? ''],
  }),
  misnaming('a-parameter-that-is-missing-is-one-that-is-there', 'MISSING_QUERY_PARAMETER', { instead: always('period') }),
  misnaming('a-role-is-the-field-it-stands-in', 'ROLE_NEEDS_NO_GROUP_ID', {
    instead: (_, request) => [String(Object.keys(bodyOf(request) ?? {})[0])],
  }),
  misnaming('a-path-below-a-project-is-the-project', 'RESOURCE_NOT_FOUND', {
    instead: ([path = '']) => [path.replace(/(\/groups\/[^/]+)\/.*$/, '$1')],
    at: /^\/groups\//,
  }),
  misnaming('a-limited-resource-is-that-of-all-projects', 'RATE_LIMITED', {
    instead: ([, number = '', minutes = '']) => ['/api/public/v1.0/groups/events', number, minutes],
  }),
];
