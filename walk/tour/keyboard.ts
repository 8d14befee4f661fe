/** With the keyboard alone: what has the focus is seen, and everything that is due can be done. */
import type { Page } from 'playwright-core';
import { password, people } from '../invented/people';
import type { Walk } from '../walk';

export async function keyboard({ steps, visitors }: Walk): Promise<void> {
  const { page, name } = await visitors.named(`${people.handler.name}（只用键盘）`);
  await steps.check(name, '登录、跳过菜单、展开报进展、展开其他办理，都不碰鼠标', async () => {
    await page.goto('/sign-in');
    await tabTo(page, '邮箱或账号');
    await page.keyboard.type(people.handler.id);
    await tabTo(page, '密码');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '我的待办', level: 1 }).waitFor();
    await tabTo(page, '跳到正文');
    await page.keyboard.press('Enter');
    await tabTo(page, '报进展');
    await page.keyboard.press('Enter');
    await tabTo(page, '进展');
    await page.keyboard.type('只是看看');
    await tabTo(page, '其他办理');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '现在可以办理' }).waitFor();
    await tabTo(page, '提交情况说明');
    await page.keyboard.press('Enter');
    await page.locator('#act form.event-form').waitFor();
    await tabTo(page, '理由');
  });
}

/** More than there are on any page. */
const mostStops = 80;

/** Goes on with Tab until what is called so has the focus, which must be seen on everything on the way. */
async function tabTo(page: Page, called: string): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press('Tab');
    const { label, isSeen } = await page.evaluate<{ label: string; isSeen: boolean }>(focused);
    if (!isSeen) throw new Error(`nobody sees that “${label}” has the focus`);
    if (label === called || label.startsWith(`${called}选填`)) return;
    passed.push(label);
  }
  throw new Error(`Tab does not lead to “${called}”, but to: ${passed.join(' · ')}`);
}

const focused = `(() => {
  const here = document.activeElement;
  const label = here.labels?.[0]?.textContent ?? here.getAttribute('aria-label') ?? here.textContent;
  const { outlineStyle, boxShadow } = getComputedStyle(here);
  const isSeen = here === document.body || outlineStyle !== 'none' || boxShadow !== 'none';
  return { label: label.trim().replace(/\\s+/g, '').slice(0, 40), isSeen };
})()`;
