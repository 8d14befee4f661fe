/** 回头看: one visit, one form; with it every problem is closed and the rectification at its end. */
import { listed, seqOf, type Problem } from '../invented/list';
import { people } from '../invented/people';
import { lookAround } from '../tour/tour';
import type { Walk } from '../walk';

export async function lookingBack(walk: Walk): Promise<void> {
  const { steps, record, visitors } = walk;
  const { page, name } = await visitors.of('supervisor');
  await steps.take('台账', '到了回头看的时候', () =>
    record.until(
      'all wait for the look-back',
      async () => (await record.rows()).every(({ stage }) => stage === 'lookBack'),
      60 * walk.daySeconds + 60,
    ),
  );
  const { workflow, id } = await record.round();
  await steps.take(name, '在一张表里登记回头看的全部结论', () =>
    record.notes(workflow, { event: 'concludeLookBack', by: people.supervisor.id }, async () => {
      await page.goto(`/supervision/${id}`);
      await page.getByRole('link', { name: '登记回头看' }).click();
      await lookAround(walk, page, 'visit');
      for (const problem of Object.keys(listed) as Problem[])
        await page.locator(`input[name=verdict-${seqOf(problem)}][value=passed]`).check();
      await page.getByLabel('同时完成本次整改的回头看').check();
      await page.getByLabel('总的结论').fill('逐项查看，未见反弹');
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await page.getByText('本次整改的回头看已完成').waitFor();
    }),
  );
  await steps.take('台账', '全部办结，流转记录前后相连、一行不缺', async () => {
    await record.until('all are closed', async () =>
      (await record.rows()).every(({ stage }) => stage === 'closed'),
    );
    const { faults } = await record.ledger.verify();
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
  });
}
