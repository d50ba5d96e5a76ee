import { products } from '../../contract/products.ts';
import { isLoopback } from './loopback.ts';
import { apiRoot, folder, oneOf } from './parsers.ts';
import type { Known, Setting, SettingCommand } from './setting.ts';

/** Of settings that say where a target is and how it is reached. */
export const everyCommand: readonly SettingCommand[] = ['run', 'doctor', 'plan', 'sweep'];

/** The address; empty where the target is a mock that is yet to be started. */
export const url = {
  name: 'target.url',
  variables: ['TARGET_URL'],
  flag: '--target <url>',
  commands: everyCommand,
  field: 'url',
  inTargetJson: true,
  says:
    'The target. A URL without a path gets /api/public/v1.0, one with a path is taken as it is. ' +
    'A name stands for targets/<name>.yaml.',
  default: () => '',
  defaultSays: 'the embedded mock, started for the run',
  example: 'https://om.example.com:8443',
  parse: apiRoot,
} as const satisfies Setting;

const isCloudManager = (root: string): boolean =>
  root !== '' && ['cloud.mongodb.com', 'mms.mongodb.com'].includes(new URL(root).hostname);

export const product = {
  name: 'target.product',
  variables: ['TARGET_PRODUCT'],
  flag: '--product <name>',
  commands: everyCommand,
  field: 'product',
  fieldHint: 'or cloud-manager',
  inTargetJson: true,
  says: 'Which product the target is: ops-manager or cloud-manager.',
  defaultSays: 'cloud-manager on cloud.mongodb.com, else ops-manager',
  default: ({ of }) => (isCloudManager(of(url)) ? 'cloud-manager' : 'ops-manager'),
  example: 'ops-manager',
  parse: oneOf(products),
} as const satisfies Setting;

/** Whether nobody else works on the target: it is on this machine. */
export const isNear = ({ embedded, of }: Known): boolean => embedded || isLoopback(of(url));

export const out = {
  name: 'run.out',
  variables: ['RUN_OUT'],
  flag: '--out <dir>',
  commands: ['run', 'sweep'],
  local: { replayed: '' },
  says: 'Folder for the verdict, the evidence and the reports.',
  default: 'reports',
  example: 'reports',
  parse: folder,
} as const satisfies Setting;
