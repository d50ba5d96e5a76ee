import { json } from 'node:stream/consumers';
import { forecastOf } from '../../doctor/forecast.ts';
import { planOf } from '../../doctor/plan.ts';
import type { EngineTask } from './engine.ts';

// A child of engine.ts: what a run would do is asked of the specs, which only the condition `engine` runs in this process.
const task = (await json(process.stdin)) as EngineTask;
const said = task.ask === 'plan' ? await planOf(task.settings) : await forecastOf(task.settings, task.lacking);
process.stdout.write(JSON.stringify(said));
