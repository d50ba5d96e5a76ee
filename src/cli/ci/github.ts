import { setAside } from './set-aside.ts';

/** Actions that the workflow uses, by the commits of their releases. */
const pinned = {
  checkout: 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2',
  setupNode: 'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0',
  upload: 'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2',
  download: 'actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0',
  restore: 'actions/cache/restore@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3',
  save: 'actions/cache/save@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3',
} as const;

/** What one night hands to the next: what is compared with, and the history. */
const kept = `          path: |
            reports/verdict.json
            reports/evidence.ndjson
            reports/history`;

/** Of each target; the history of one is not that of another whose name begins alike. */
const cacheKey = 'omconform;${{ matrix.target }};';

const prepare = `      - uses: ${pinned.checkout}
        with:
          persist-credentials: false
      - uses: ${pinned.setupNode}
        with:
          node-version: 22
          cache: npm
      - name: Install
        run: npm ci`;

const targets = '        target: ${{ fromJSON(vars.OMCONFORM_TARGETS || \'["staging"]\') }}';

/** Text of `.github/workflows/nightly.yml`. */
export const githubWorkflow = `# Written by \`omconform init ci --github\`.
#
# Each target is an environment of the repository (Settings, Environments), which holds its secrets: TARGET_URL,
# TARGET_PUBLIC_KEY, TARGET_PRIVATE_KEY, TARGET_PROJECT_ID, TARGET_ORG_ID; and its variables: TARGET_PRODUCT,
# TARGET_DIALECT, TARGET_RISK, TARGET_RATE_LIMITED_PATH. The repository's variable OMCONFORM_TARGETS names the
# environments, such as ["staging", "production"].
name: nightly

on:
  schedule:
    - cron: '17 3 * * *'
  workflow_dispatch:

permissions: {}

concurrency:
  # Two nights at once would count against one rate limit and change the same project.
  group: nightly

jobs:
  judge:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    environment: \${{ matrix.target }}
    permissions:
      contents: read
    strategy:
      fail-fast: false
      matrix:
${targets}
        part: [1, 2]
    env:
      TARGET_URL: \${{ secrets.TARGET_URL }}
      TARGET_PUBLIC_KEY: \${{ secrets.TARGET_PUBLIC_KEY }}
      TARGET_PRIVATE_KEY: \${{ secrets.TARGET_PRIVATE_KEY }}
      TARGET_PROJECT_ID: \${{ secrets.TARGET_PROJECT_ID }}
      TARGET_ORG_ID: \${{ secrets.TARGET_ORG_ID }}
      TARGET_PRODUCT: \${{ vars.TARGET_PRODUCT }}
      TARGET_DIALECT: \${{ vars.TARGET_DIALECT }}
      TARGET_RISK: \${{ vars.TARGET_RISK }}
      TARGET_RATE_LIMITED_PATH: \${{ vars.TARGET_RATE_LIMITED_PATH }}
      RUN_OUT: parts/\${{ matrix.part }}
      PART: \${{ matrix.part }}/2
    steps:
${prepare}
      # Named as a flag: a secret that is missing is then an empty flag, which is refused, and not the embedded mock.
      # What is broken or was not seen in a part is told of the whole.
      - name: Judge a part of it
        run: |
          code=0
          npx omconform run --target "$TARGET_URL" --shard "$PART" || code=$?
          case $code in 0 | 1 | 4) ;; *) exit "$code" ;; esac
      - name: Keep the part
        if: \${{ always() }}
        uses: ${pinned.upload}
        with:
          name: part-\${{ matrix.part }}-of-\${{ matrix.target }}
          path: parts/
          if-no-files-found: error

  conclude:
    needs: judge
    if: \${{ !cancelled() }}
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
      issues: write
    strategy:
      fail-fast: false
      matrix:
${targets}
    env:
      # A read-only run cannot see everything; true makes that no failure.
      ALLOW_INCOMPLETE: \${{ vars.RUN_ALLOW_INCOMPLETE }}
    steps:
${prepare}
      - uses: ${pinned.restore}
        with:
${kept}
          key: ${cacheKey}\${{ github.run_id }}-\${{ github.run_attempt }}
          restore-keys: ${cacheKey}
      - uses: ${pinned.download}
        with:
          pattern: part-?-of-\${{ matrix.target }}
          path: parts
          merge-multiple: true
      - name: Judge the whole
        run: |
          set -- --out reports
${setAside('          ', 'set -- "$@" --baseline before')}
          if [ "$ALLOW_INCOMPLETE" = true ]; then set -- "$@" --allow-incomplete; fi
          npx omconform merge parts/* "$@"
      - name: Tell what changed in an issue
        if: \${{ !cancelled() }}
        env:
          GH_TOKEN: \${{ github.token }}
          GH_REPO: \${{ github.repository }}
          TITLE: 'omconform: \${{ matrix.target }}'
        run: |
          if [ ! -f reports/verdict.json ]; then exit 0; fi
          news="$(npx omconform news reports)"
          if [ -z "$news" ]; then exit 0; fi
          # shellcheck disable=SC2016
          number="$(gh issue list --state open --limit 1000 --json number,title --jq 'map(select(.title == $ENV.TITLE)) | .[0].number // empty')"
          if [ -n "$number" ]; then
            gh issue comment "$number" --body "$news"
          else
            gh issue create --title "$TITLE" --body "$news"
          fi
      - name: Keep the reports
        if: \${{ always() }}
        uses: ${pinned.upload}
        with:
          name: reports-\${{ matrix.target }}
          path: reports/
          if-no-files-found: warn
      - name: Keep what the next night needs
        if: \${{ always() && hashFiles('reports/verdict.json') != '' }}
        uses: ${pinned.save}
        with:
${kept}
          key: ${cacheKey}\${{ github.run_id }}-\${{ github.run_attempt }}
`;
