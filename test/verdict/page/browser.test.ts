import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { makePage } from '../../../src/cli/page-file.ts';
import { deriveVerdict } from '../../../src/verdict/derive.ts';
import { evidenceText } from '../../../src/verdict/recorded-run.ts';
import { browserFile, browserFor } from '../../support/browser.ts';
import { temporaryFolder } from '../../support/omconform-process.ts';
import { manyBroken } from '../../support/page-sample.ts';
import { fullInput } from '../../support/verdict-sample.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Opened {
  readonly page: Page;
  /** What the console said, and what was asked for besides the page itself. */
  readonly complaints: readonly string[];
}

async function opened(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  await page.goto(address);
  await page.locator('h1').waitFor();
  return { page, complaints };
}

/** Address of the page of a run in which much is broken. */
async function pageOf(
  context: TestContext,
  sources: Pick<ReturnType<typeof manyBroken>, 'verdict' | 'tests'> = manyBroken(30),
): Promise<string> {
  const out = temporaryFolder(context);
  const { verdict, tests } = sources;
  const run = {
    suite: verdict.suite,
    target: verdict.target,
    run: verdict.run,
    settings: {},
    only: [],
    chosen: null,
    faults: [],
  };
  writeFileSync(path.join(out, 'evidence.ndjson'), evidenceText({ runs: [run], tests }));
  await makePage(out, verdict);
  return pathToFileURL(path.join(out, 'index.html')).href;
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Faults of access that axe calls serious or worse. */
async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResult>('axe.run()');
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
}

describe('the page in a browser', { skip: browserFile === undefined && 'no browser is installed here' }, () => {
  test('opens from disk, says the verdict, and asks for nothing', async (context) => {
    const { page, complaints } = await opened(await browserFor(context), await pageOf(context));
    assert.match(await page.locator('h1').innerText(), /^NON-CONFORMANT\s+30 causes break 30 of the 30 documented MUSTs/);
    assert.equal(await page.locator('.causes > li').count(), 10);
    await page.getByRole('button', { name: 'and 20 more' }).first().click();
    assert.equal(await page.locator('.causes > li').count(), 30);
    assert.equal(await page.locator('mark').first().isVisible(), true, 'the place in the answer');
    assert.deepEqual(complaints, []);
  });

  test('opens with 500 failures', async (context) => {
    const { page, complaints } = await opened(await browserFor(context), await pageOf(context, manyBroken(500)));
    assert.equal(await page.locator('details.row').count(), 500);
    assert.deepEqual(complaints, []);
  });

  test('finds and filters, and the address follows', async (context) => {
    const full = deriveVerdict(fullInput());
    const { page } = await opened(
      await browserFor(context),
      await pageOf(context, { ...manyBroken(1), verdict: full, tests: [] }),
    );
    const count = async () => page.locator('details.row').count();
    assert.equal(await count(), full.requirements.length);
    await page.getByLabel('Outcome').selectOption('kept');
    assert.equal(await count(), full.requirements.filter(({ outcome }) => outcome === 'kept').length);
    assert.match(page.url(), /#\?column=kept$/);
    await page.getByRole('button', { name: 'Show all' }).click();
    const [first] = full.requirements;
    await page.getByLabel('Search').fill(first!.id);
    assert.equal(await page.locator('details.row').first().getAttribute('id'), first!.id);
    await page.getByLabel('Search').fill('no requirement has these words');
    assert.equal(await count(), 0);
  });

  test('stays where it is while somebody types, and goes where a link leads', async (context) => {
    const { page } = await opened(await browserFor(context), await pageOf(context), { bypassCSP: true });
    const search = page.getByLabel('Search');
    await search.scrollIntoViewIfNeeded();
    const before = await page.evaluate('scrollY');
    await search.pressSequentially('rule');
    assert.equal(await page.evaluate('scrollY'), before);
    await page.evaluate("scrollTo(0, 0); location.hash = '#?area=list'");
    await page.waitForFunction('scrollY > 0');
  });

  test('numbers of the matrix lead to their requirements, and names to theirs', async (context) => {
    const { page } = await opened(await browserFor(context), await pageOf(context));
    await page.getByRole('link', { name: '30 broken in list' }).click();
    assert.equal(await page.locator('details.row').count(), 30);
    await page.locator('.causes a').first().click();
    const row = page.locator('details.row[open]');
    assert.equal(await row.count(), 1);
    assert.equal(await row.locator('pre[aria-label=Answer]').isVisible(), true);
    assert.equal(`#${await row.getAttribute('id')}`, new URL(page.url()).hash);
  });

  test('a link to a requirement opens it', async (context) => {
    const { page } = await opened(await browserFor(context), `${await pageOf(context)}#list.rule-17`);
    assert.equal(await page.locator('details.row[open]').getAttribute('id'), 'list.rule-17');
  });

  test('copies the line that asks again', async (context) => {
    const browser = await browserFor(context);
    const { page } = await opened(browser, await pageOf(context), { permissions: ['clipboard-read', 'clipboard-write'] });
    const line = page.locator('.causes .copy').first();
    await line.getByRole('button').click();
    await line.getByText('Copied').waitFor();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), await line.locator('code').innerText());
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no serious fault of access when it is ${colorScheme}`, async (context) => {
      const { page } = await opened(await browserFor(context), `${await pageOf(context)}#list.rule-2`, {
        colorScheme,
        bypassCSP: true,
      });
      assert.deepEqual(await seriousFaults(page), []);
    });
  }

  for (const width of [320, 4000]) {
    test(`fits a width of ${width}`, async (context) => {
      const viewport = { width, height: 900 };
      const { page } = await opened(await browserFor(context), `${await pageOf(context)}#list.rule-2`, { viewport });
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
    });
  }
});
