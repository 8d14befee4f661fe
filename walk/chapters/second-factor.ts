/** 第二重验证: switched on by somebody for themselves, and asked for when they sign in the next time. */
import type { Page } from 'playwright-core';
import { password, people } from '../invented/people';
import { oneTimeCode } from '../one-time-code';
import { lookAround } from '../tour/tour';
import type { Walk } from '../walk';
import { signIn } from './accounts';

export async function secondFactor(walk: Walk): Promise<void> {
  const { steps, visitors } = walk;
  const { page, name } = await visitors.of('reader');
  let key = '';
  await steps.take(name, '在本人设置里启用第二重验证', async () => {
    await page.goto('/settings');
    const card = page.locator('section.card', { has: page.getByText('第二重验证') });
    await card.getByLabel('现在的密码').fill(password);
    await card.getByRole('button', { name: '启用' }).click();
    key = (await page.locator('dl.facts code').first().textContent()) ?? '';
    await lookAround(walk, page, 'second-factor');
    await page.getByLabel('输入验证器显示的六位数字').fill(oneTimeCode(key, Date.now()));
    await page.getByRole('button', { name: '启用' }).click();
    await page.locator('.notice.done', { hasText: '第二重验证已启用' }).waitFor();
  });
  await steps.take(name, '再登录时先输错，再用验证码进入', async () => {
    await page.getByRole('button', { name: '退出' }).click();
    await signIn(page, people.reader.id, password);
    await lookAround(walk, page, 'sign-in-second');
    await answer(page, '000000');
    await page.getByText('验证码不对').waitFor();
    await answer(page, oneTimeCode(key, Date.now()));
    await page.getByRole('heading', { name: '我的待办', level: 1 }).waitFor();
  });
}

async function answer(page: Page, code: string): Promise<void> {
  await page.getByLabel('验证码或备用码').fill(code);
  await page.getByRole('button', { name: '验证', exact: true }).click();
}
