/** 收件: a Word list is uploaded, looked at, corrected in its place, and started under rules of its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planDayOf } from '../../domain/plain-date';
import { listed, seqOf, wordList } from '../invented/list';
import { policyYaml } from '../invented/policy';
import { people, unit } from '../invented/people';
import { look, lookAround } from '../tour/tour';
import type { Walk } from '../walk';

export async function reception(walk: Walk): Promise<void> {
  const { steps, visitors, house, record, daySeconds } = walk;
  const { page, name } = await visitors.of('office');
  const count = Object.keys(listed).length;
  const [list, policy] = [join(house.home, '反馈问题清单.docx'), join(house.home, '走查规则.yaml')];
  writeFileSync(list, await wordList(planDayOf(new Date().toISOString())));
  writeFileSync(policy, policyYaml(daySeconds));

  await steps.take(name, '上传巡察组的问题清单（Word），看读到了什么', async () => {
    await page.getByRole('link', { name: '收件' }).click();
    await page.getByLabel('文件', { exact: true }).setInputFiles(list);
    await page.getByRole('button', { name: '上传并读取' }).click();
    await page.getByRole('heading', { name: `问题（${count}个）` }).waitFor();
    for (const { title } of Object.values(listed)) await page.getByText(title).first().waitFor();
    await page.getByText('文件写到的有1个对不上名单').waitFor();
    await lookAround(walk, page, 'reception-list');
  });
  await steps.take(name, '就地改正写错的责任领导', async () => {
    const item = page.locator(`#p-${seqOf('teachers')}`);
    await item.getByRole('link', { name: `改第${seqOf('teachers')}项` }).click();
    await item.getByLabel('责任领导').fill(people.leader.name);
    await item.getByRole('button', { name: '保存' }).click();
    await page.getByText('对不上名单').waitFor({ state: 'detached' });
  });
  const draft = new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
  for (const [place, path] of [
    ['reception-problem', `problems/${seqOf('teachers')}`],
    ['reception-people', 'people'],
    ['reception-person', `people/${people.leader.id}`],
    ['reception-person-new', 'people/new'],
  ] as const)
    await look(walk, { name: place, who: 'office', path: `${draft}/${path}` });
  await page.goto(draft);
  await steps.take(name, '换上本次的规则', async () => {
    await page.getByText('换一套规则').click();
    await page.getByLabel('或上传规则文件').setInputFiles(policy);
    const form = page.locator('form', { has: page.getByLabel('或上传规则文件') });
    await form.getByRole('button', { name: '采用' }).click();
    await page.getByText(`一天等于${daySeconds}秒`).first().waitFor();
  });
  await steps.take(name, '核对将要启动的整改，启动', async () => {
    await page.getByRole('link', { name: '核对将要启动的整改' }).click();
    await page.getByText(`共${count}个问题`).waitFor();
    await lookAround(walk, page, 'reception-check');
    const agreed = page.locator('input[name=agreed]');
    if ((await agreed.count()) > 0) await agreed.check();
    await page.getByRole('button', { name: '启动' }).click();
    await page
      .getByText('到这次整改')
      .or(page.getByRole('link', { name: /整改/ }))
      .first()
      .waitFor();
    await page.locator('.notice.done').waitFor();
  });
  await steps.take(name, '台账里有这次整改的每一个问题', async () => {
    await record.until('every problem is in the record', async () => {
      const round = await record.round();
      return round.unit === unit && (await record.rows()).length === count;
    });
    await page.getByRole('link', { name: '看这次整改' }).click();
    await page.getByRole('link', { name: '台账', exact: true }).last().click();
    for (const { title } of Object.values(listed)) await page.getByText(title).first().waitFor();
  });
}
