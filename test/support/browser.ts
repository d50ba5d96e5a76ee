import { existsSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { chromium, type Browser } from '@playwright/test';

/** Where a browser of the machine's own may be; the project brings none. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that is there; undefined where none is. `CHROME_PATH` names another one. */
export const browserFile = [process.env['CHROME_PATH'] ?? '', ...places].find((file) => file !== '' && existsSync(file));

/** That browser, without a window and without asking anybody for anything; closed when the test is over. */
export async function browserFor(context: Pick<TestContext, 'after'>): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const browser = await chromium.launch({ executablePath: browserFile!, args });
  context.after(() => browser.close());
  return browser;
}
