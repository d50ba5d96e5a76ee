import { setAside } from './set-aside.ts';

/** Text of `.gitlab/omconform.yml`, for an `include:` of the project's pipeline, and a schedule of it. */
export const gitlabJob = `# Written by \`omconform init ci --gitlab\`. Take it in with
#
#   include: .gitlab/omconform.yml
#
# make a pipeline schedule, and give the variables TARGET_URL, TARGET_PUBLIC_KEY and TARGET_PRIVATE_KEY (masked).
omconform:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  # Two nights at once would count against one rate limit and change the same project.
  resource_group: omconform
  cache:
    key: omconform
    when: always
    paths:
      - reports/verdict.json
      - reports/evidence.ndjson
      - reports/history
  script:
    - npm ci
${setAside('    - ', 'export RUN_BASELINE=before')}
    # Named as a flag: a variable that is missing is then an empty flag, which is refused, and not the embedded mock.
    - npx omconform run --target "$TARGET_URL"
  after_script:
    - if [ -f reports/verdict.json ]; then npx omconform news reports; fi
  artifacts:
    when: always
    paths:
      - reports
    reports:
      junit: reports/junit.xml
`;

/** Text of `Jenkinsfile.omconform`. */
export const jenkinsfile = `// Written by \`omconform init ci --jenkins\`. Credentials: omconform-keys (public key as the user name, private key as the
// password); parameter or global variable: TARGET_URL. The workspace must stay from one night to the next.
pipeline {
  agent any
  triggers { cron('H 3 * * *') }
  options {
    // Two nights at once would count against one rate limit and change the same project.
    disableConcurrentBuilds()
    timeout(time: 60, unit: 'MINUTES')
  }
  environment {
    KEYS = credentials('omconform-keys')
  }
  stages {
    stage('Judge the target') {
      steps {
        sh 'npm ci'
        sh '''
          export TARGET_PUBLIC_KEY="$KEYS_USR" TARGET_PRIVATE_KEY="$KEYS_PSW"
${setAside('          ', 'export RUN_BASELINE=before')}
          npx omconform run --target "$TARGET_URL"
        '''
      }
    }
  }
  post {
    always {
      sh 'if [ -f reports/verdict.json ]; then npx omconform news reports; fi'
      junit allowEmptyResults: true, testResults: 'reports/junit.xml'
      archiveArtifacts allowEmptyArchive: true, artifacts: 'reports/**'
    }
  }
}
`;
