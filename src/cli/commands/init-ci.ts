import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { UsageError } from '../../target/input/usage-error.ts';
import { githubWorkflow } from '../ci/github.ts';
import { gitlabJob, jenkinsfile } from '../ci/others.ts';
import { writeNewFile } from '../new-file.ts';

const services = {
  github: { file: '.github/workflows/nightly.yml', text: githubWorkflow },
  gitlab: { file: '.gitlab/omconform.yml', text: gitlabJob },
  jenkins: { file: 'Jenkinsfile.omconform', text: jenkinsfile },
} as const;
type Service = keyof typeof services;

const more = `
Each judges the targets that its secrets name, keeps reports and history, and
tells what changed since the night before. The file says what it needs.
`;

/** `omconform init ci`: a job that judges every night, for the repository in the working directory. */
export function initCiCommand(): Command {
  return new Command('ci')
    .description('Write a job that judges every night; an existing file is never overwritten')
    .option('--github', 'For GitHub Actions: .github/workflows/nightly.yml')
    .option('--gitlab', 'For GitLab: .gitlab/omconform.yml')
    .option('--jenkins', 'For Jenkins: Jenkinsfile.omconform')
    .addHelpText('after', more)
    .action((options: Partial<Record<Service, true>>) => {
      const asked = (Object.keys(services) as Service[]).filter((name) => options[name]);
      if (asked.length === 0) throw new UsageError('name a service: --github, --gitlab or --jenkins');
      const files = asked.map((name) => services[name]);
      const there = files.find(({ file }) => existsSync(file));
      if (there !== undefined) throw new UsageError(`${there.file} is there already`);
      for (const { file, text } of files) {
        writeNewFile(file, text);
        process.stdout.write(`${file}\n`);
      }
    });
}
