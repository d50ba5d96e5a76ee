import type { ErrorCodeOf } from '../../../src/contract/error-codes/index.ts';
import {
  circumstances,
  createLogJob,
  expect,
  failedLogJob,
  inDays,
  logJobThatIs,
  sharedLogJob,
  monthsAfter,
  play,
  proves,
  scenario,
  test,
  type LogJob,
  type Scenarios,
  type Api,
} from '#suite';

const readsOwn = (_: Api, { jobs, id }: LogJob) => jobs.read(id);

const scenarios: Scenarios<ErrorCodeOf<'log-collection'>> = {
  CANNOT_DOWNLOAD_EXPIRED_JOB: scenario({
    given: 'the logs of a job that is EXPIRED',
    state: logJobThatIs('EXPIRED'),
    when: ({ given }, { id }) => given.logCollectionJobs.download(id),
    beside: async (api) => api.given.logCollectionJobs.download((await logJobThatIs('SUCCESS')(api)).id),
  }),
  CANNOT_DOWNLOAD_JOB_IN_PROGRESS: scenario({
    given: 'the logs of a job that is IN_PROGRESS',
    state: logJobThatIs('IN_PROGRESS'),
    when: ({ given }, { id }) => given.logCollectionJobs.download(id),
    beside: async (api) => api.given.logCollectionJobs.download((await logJobThatIs('SUCCESS')(api)).id),
  }),
  CANNOT_EXTEND_EXPIRED_JOB: scenario({
    given: 'another day for a job that is EXPIRED',
    risk: 'destructive',
    state: logJobThatIs('EXPIRED'),
    when: (api, { id }) => api.given.logCollectionJobs.extend(id, { expirationDate: inDays(api, 1) }),
    watch: ({ given }, { id }) => given.logCollectionJobs.read(id),
    beside: async (api) => {
      const { jobs, id } = await sharedLogJob(api);
      return jobs.extend(id, { expirationDate: inDays(api, 1) });
    },
  }),
  EXPIRATION_DATE_MUST_BE_IN_FUTURE: scenario({
    given: 'a job that is to expire yesterday',
    state: sharedLogJob,
    when: (api, { jobs, id }) => jobs.extend(id, { expirationDate: inDays(api, -1) }),
    watch: readsOwn,
    beside: (api, { jobs, id }) => jobs.extend(id, { expirationDate: inDays(api, 1) }),
  }),
  EXPIRATION_DATE_TOO_DISTANT: scenario({
    // The limit is six months: how they are counted, and from when, is not documented.
    given: 'a job that is to be kept for a year',
    state: sharedLogJob,
    when: async (_, job) => job.jobs.extend(job.id, { expirationDate: await monthsAfter(job, 12) }),
    watch: readsOwn,
    beside: async (_, job) => job.jobs.extend(job.id, { expirationDate: await monthsAfter(job, 3) }),
  }),
  INVALID_LOG_REQUEST_SIZE: [0, -1].map((size) =>
    scenario({
      given: `logs of ${size} bytes`,
      state: sharedLogJob,
      when: (_, { jobs, draft }) => jobs.create({ ...draft, sizeRequestedPerFileBytes: size }),
      watch: (_, { jobs }) => jobs.list(),
      beside: (_api, job) => createLogJob(job, { sizeRequestedPerFileBytes: 1 }),
    }),
  ),
  LOG_COLLECTION_JOB_NOT_FOUND_IN_GROUP: scenario({
    given: 'an id that names no job',
    state: async ({ names }) => names.unknownId(),
    when: ({ logCollectionJobs }, id) => logCollectionJobs.read(id),
    fills: () => [],
  }),
  ONLY_FAILED_JOB_CAN_BE_RESTARTED: scenario({
    given: 'another try for a job that is SUCCESS',
    risk: 'destructive',
    state: logJobThatIs('SUCCESS'),
    when: ({ given }, { id }) => given.logCollectionJobs.retry(id),
    watch: ({ given }, { id }) => given.logCollectionJobs.read(id),
    beside: async (api) => api.given.logCollectionJobs.retry((await failedLogJob(api)).id),
  }),
};

for (const [code, circumstance] of circumstances(scenarios)) {
  test(`${circumstance.given}: ${code}`, proves(`code.${code}`), async ({ api, concerns }) => {
    concerns(code);

    expect(await play(api, circumstance)).toBeRefusedAs(code);
  });
}
