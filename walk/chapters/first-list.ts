/** The unit's first list, of the year before and long over: uploaded with its people and taken over as it stands. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { earlierYaml } from '../invented/earlier';
import { people, peopleYaml, unit } from '../invented/people';
import { lookAround } from '../tour/tour';
import type { Walk } from '../walk';

export async function firstList(walk: Walk): Promise<void> {
  const { steps, visitors, house, record } = walk;
  const { page, name } = await visitors.of('office');
  const [list, persons] = [join(house.home, '去年.yaml'), join(house.home, '人员.yaml')];
  writeFileSync(list, earlierYaml());
  writeFileSync(persons, peopleYaml());
  await steps.take(name, '收本单位的第一份清单：名单里已有本人，换上人员名单', async () => {
    await page.goto('/todo');
    await lookAround(walk, page, 'todo-empty');
    await page.getByRole('link', { name: '收入巡察反馈' }).click();
    await page.getByLabel('文件', { exact: true }).setInputFiles(list);
    await page.getByRole('button', { name: '上传并读取' }).click();
    await page.getByText('1人').first().waitFor();
    await page.getByText('换一份名单').click();
    await page.getByLabel('或上传人员名单').setInputFiles(persons);
    const form = page.locator('form', { has: page.getByLabel('或上传人员名单') });
    await form.getByRole('button', { name: '采用' }).click();
    await page.getByText(people.principal.name).first().waitFor();
  });
  await steps.take(name, '按现状接管，启动', async () => {
    await page.getByRole('link', { name: '回到清单' }).click();
    await page.locator('input[name=asIs]').check();
    const form = page.locator('form', { has: page.locator('input[name=asIs]') });
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByRole('link', { name: '核对将要启动的整改' }).click();
    const agreed = page.locator('input[name=agreed]');
    if ((await agreed.count()) > 0) await agreed.check();
    await page.getByRole('button', { name: '启动' }).click();
    await page.locator('.notice.done').waitFor();
    await record.until('the first list is in the record', async () => {
      const rows = await record.ledger.rectifications();
      return rows.some((row) => row.unit === unit);
    });
  });
}
