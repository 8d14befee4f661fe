/**
 * The first administrator by the link that the start printed; accounts and what they are granted; everybody sets a password. The
 * office comes first: nobody else can be granted anything as a person of the unit before its first list.
 */
import type { Page } from 'playwright-core';
import { administrator, password, people, unit, type Invented, type Who } from '../invented/people';
import { lookAround } from '../tour/tour';
import type { Walk } from '../walk';

const standings = {
  member: '成员：办自己的事',
  office: '整改办：收件，可代人登记',
  supervisor: '督查：看这个单位，督办',
  reader: '查阅：只看不办',
} as const;

/** Where people find themselves when they have signed in. */
const homes = {
  member: '我的待办',
  office: '我的待办',
  supervisor: '督查',
  reader: '我的待办',
} as const;

export async function office(walk: Walk): Promise<void> {
  const { steps, visitors, house } = walk;
  const { page } = await visitors.named(administrator);
  await steps.take(administrator, '用启动时给出的一次性链接设立管理员', async () => {
    await page.goto(house.firstLink);
    await page.getByLabel('姓名', { exact: true }).fill(administrator);
    await page.getByLabel('邮箱或账号').fill('fang');
    await setPassword(page);
    await page.getByRole('link', { name: '账号', exact: true }).waitFor();
  });
  await newcomer(walk, 'office', async () => {
    await page.getByLabel('单位', { exact: true }).fill(unit);
    await chooseUnit(page);
    await lookAround(walk, page, 'account-new-unit');
    await page.getByLabel('名单中的编号').fill(people.office.id);
  });
}

export async function accounts(walk: Walk): Promise<void> {
  const { page } = await walk.visitors.named(administrator);
  const others = (Object.keys(people) as Who[]).filter((who) => who !== 'office');
  for (const who of others) {
    const { id, standing } = people[who];
    await newcomer(walk, who, async () => {
      await page.getByLabel('先选单位').selectOption(unit);
      await chooseUnit(page);
      await page.getByLabel('以谁的身份').selectOption(standing === 'reader' ? '' : id);
    });
  }
  await walk.steps.check(administrator, '看 account：axe 无严重问题，手机上不出边', () =>
    lookAround(walk, page, 'account'),
  );
  await signInAgain(walk);
}

/** An account, what it is granted, and the first sign-in. */
async function newcomer(walk: Walk, who: Who, choose: () => Promise<void>): Promise<void> {
  const { steps, visitors } = walk;
  const { page } = await visitors.named(administrator);
  const person: Invented = people[who];
  let link = '';
  await steps.take(administrator, `给${person.name}开账号并授权`, async () => {
    link = await addAccount(page, person);
    await page.goto('/accounts');
    await page.getByRole('link', { name: person.name, exact: true }).click();
    await choose();
    await page.getByLabel(`${unit} · 身份`).selectOption({ label: standings[person.standing] });
    await page.getByRole('button', { name: '授予' }).click();
    await page.locator('.notice.done').waitFor();
  });
  const visitor = await visitors.of(who);
  await steps.take(person.name, '用一次性链接设置密码，进入自己的首页', async () => {
    await visitor.page.goto(link);
    await setPassword(visitor.page);
    await visitor.page.getByRole('heading', { name: homes[person.standing], level: 1 }).waitFor();
  });
}

async function chooseUnit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '选定' }).click();
  await page.getByLabel(`${unit} · 身份`).waitFor();
}

async function setPassword(page: Page): Promise<void> {
  await page.getByLabel('新密码', { exact: true }).fill(password);
  await page.getByLabel('再输一遍新密码').fill(password);
  await page.getByRole('button', { name: '设置并登录' }).click();
}

async function addAccount(page: Page, { id, name }: Invented): Promise<string> {
  await page.goto('/accounts');
  await page.getByLabel('姓名', { exact: true }).fill(name);
  await page.getByLabel('账号', { exact: true }).fill(id);
  await page.getByRole('button', { name: '保存' }).click();
  return page.getByLabel('一次性链接').inputValue();
}

async function signInAgain({ steps, visitors }: Walk): Promise<void> {
  const { page, name } = await visitors.of('office');
  await steps.take(name, '退出后输错一次密码，再用密码登录', async () => {
    await page.getByRole('button', { name: '退出' }).click();
    await signIn(page, people.office.id, `${password}?`);
    await page.getByText('账号或密码不对').waitFor();
    await signIn(page, people.office.id, password);
    await page.getByRole('heading', { name: '我的待办', level: 1 }).waitFor();
  });
}

export async function signIn(page: Page, account: string, word: string): Promise<void> {
  await page.getByLabel('邮箱或账号').fill(account);
  await page.getByLabel('密码', { exact: true }).fill(word);
  await page.getByRole('button', { name: '登录' }).click();
}
