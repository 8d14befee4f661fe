/** How much a first page weighs: everything that a browser without a cache loads until it is there. */
import type { Page } from 'playwright-core';
import { password, people } from '../invented/people';
import type { Walk } from '../walk';

export const mostBytes = 200 * 1024;

/** Counts from its call on what a page receives, headers included, as it comes over the wire. */
export async function weigh(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => bytes;
}

export async function budget({ steps, visitors }: Walk): Promise<void> {
  for (const who of ['leader', 'supervisor'] as const) {
    const { page, name } = await visitors.named(`${people[who].name}的新手机`, 'phone');
    await steps.check(name, '登录后的首页，连同登录页，不到 200 KB', async () => {
      const weight = await weigh(page);
      await page.goto('/sign-in');
      await page.getByLabel('邮箱或账号').fill(people[who].id);
      await page.getByLabel('密码', { exact: true }).fill(password);
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('button', { name: '退出' }).waitFor({ state: 'attached' });
      await page.waitForTimeout(1000);
      if (weight() === 0 || weight() > mostBytes) throw new Error(`${weight()} bytes`);
    });
  }
}
