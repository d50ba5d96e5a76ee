import { Command } from 'commander';
import { initCiCommand } from './init-ci.ts';

/** `omconform init`: files that a repository needs. */
export function initCommand(): Command {
  return new Command('init').description('Write files that a repository needs').addCommand(initCiCommand());
}
