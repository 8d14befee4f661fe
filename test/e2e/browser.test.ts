import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '../../chaos/world/free-port';
import { chromiumPath, startChromium } from '../../walk/chromium';
import { axeFindings } from '../../walk/tour/axe';
import { mostBytes, weigh } from '../../walk/tour/budget';
import { sizes } from '../../walk/visitors';
import { newLedgerFolder } from '../unit/ledger/new-folder';
import { outbox } from './store-contents';
import { killAll, newStore, start, until, untilPrinted, type Zheng } from './up-process';

// The whole of it is `npm run walk`.
const inBrowser = chromiumPath(process.env) === null ? describe.skip : describe;

inBrowser('in a browser (skipped where there is no Chromium)', () => {
  const store = newStore();
  const left: string[] = [];
  let up: Zheng;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    const [port, uiPort, webPort] = [await freePort(), await freePort(), await freePort()];
    url = `http://127.0.0.1:${webPort}`;
    const ports = ['--port', port, '--ui-port', uiPort, '--web-port', webPort].map(String);
    await newLedgerFolder(join(store.path, 'ledger'));
    up = start(store.path, ['up', ...ports], { WEB_URL: url });
    [browser] = await Promise.all([startChromium(process.env), untilPrinted(up, '整改系统已启动')]);
  });

  afterAll(async () => {
    await browser.close();
    await killAll(up, store.path);
    store.remove();
  });

  async function come(size: keyof typeof sizes = 'desktop'): Promise<BrowserContext> {
    const context = await browser.newContext({ baseURL: url, viewport: sizes[size] });
    context.on('request', (request) => {
      if (!request.url().startsWith(`${url}/`)) left.push(request.url());
    });
    return context;
  }

  async function signedIn(name: string): Promise<Page> {
    const page = await (await come()).newPage();
    await page.goto('/sign-in');
    await page.getByRole('button', { name }).click();
    await page.getByRole('button', { name: '退出' }).waitFor();
    return page;
  }

  test('the leader gets from the message to the confirmation in two touches, on a phone and within ten seconds', async () => {
    const link = () =>
      linkTo(
        outbox(store.path).map(({ text }) => text),
        11,
      );
    await until(
      () => link() !== null,
      60,
      () => 'a message with a link to problem 11',
    );
    const page = await (await come('phone')).newPage();
    const since = performance.now();
    await page.goto(link() ?? '');
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await page.getByText('已办理').first().waitFor();
    expect(performance.now() - since).toBeLessThan(10_000);
  });

  test('signing in and the first page weigh less than 200 KB', async () => {
    const page = await (await come('phone')).newPage();
    const weight = await weigh(page);
    await page.goto('/sign-in');
    await page.getByRole('button', { name: '陈立新' }).click();
    await page.getByRole('heading', { name: '我的待办', level: 1 }).waitFor();
    await page.waitForTimeout(500);
    expect(weight()).toBeGreaterThan(10_000);
    expect(weight()).toBeLessThan(mostBytes);
  });

  test('axe finds nothing serious on the pages that people use most', async () => {
    const office = await signedIn('何静');
    const found: string[] = [];
    for (const path of ['/todo', '/rectifications/demo', '/problems/demo/1', '/ledger/demo'])
      found.push(...(await findings(office, path)));
    found.push(...(await findings(office, '/act/urge?target=problem/demo/3')));
    found.push(...(await findings(await (await come('phone')).newPage(), '/sign-in')));
    expect(found).toEqual([]);
  });

  test('a page asks anew for what has changed, and says how far the record had come that told it', async () => {
    const office = await signedIn('何静');
    await office.goto('/rectifications/demo');
    const anew = await office.waitForRequest(
      (request) => Number(request.headers()['x-told'] ?? 0) > 0,
      { timeout: 60_000 },
    );
    expect((await anew.response())?.status()).toBe(200);
  });

  test('no request left this machine', () => {
    expect(left).toEqual([]);
  });
});

async function findings(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(path);
  return (await axeFindings(page)).map((line) => `${path}: ${line}`);
}

function linkTo(messages: readonly string[], seq: number): string | null {
  const items = messages.flatMap((text) => text.split(/\n\n(?=\d+\.【)/));
  const found = items.find((item) => item.includes(`】问题${seq}`) && item.includes('/link/'));
  return /https?:\/\/\S+\/link\/[\w.-]+/.exec(found ?? '')?.[0] ?? null;
}
