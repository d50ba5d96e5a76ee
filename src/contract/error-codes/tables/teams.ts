import { both, bothReworded } from './rows.ts';
import type { ErrorCodeTable } from './types.ts';

export const teamsCodes = {
  MAX_TEAMS_PER_ORG_EXCEEDED:  both(400, 'Maximum number of teams per organization exceeded while trying to add team. Organizations are limited to 250 teams.'),
  MAX_USERS_PER_TEAM_EXCEEDED: bothReworded(400,
    'Maximum number of Ops Manager users per team exceeded while trying to add users. Teams are limited to 250 users.',
    'Maximum number of Cloud Manager users per team exceeded while trying to add users. Teams are limited to 250 users.'),
} as const satisfies ErrorCodeTable;
