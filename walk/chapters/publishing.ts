/** 报告、通报、公开: after the period's end the report is approved, the bulletin issued and read by anybody within its window. */
import type { Page } from 'playwright-core';
import { isSaid, submit } from '../acting';
import { listed } from '../invented/list';
import { people } from '../invented/people';
import { lookAround } from '../tour/tour';
import type { Walk } from '../walk';
import { onWhole } from './beginning';

const bulletin = '整改进展情况通报';

export async function publishing(walk: Walk): Promise<void> {
  const { steps, record, visitors } = walk;
  await steps.take('台账', '集中整改期满，可以报送报告', () =>
    record.until(
      'the period has ended',
      async () => (await record.round()).stage === 'reporting',
      600,
    ),
  );
  await onWhole(walk, 'office', { event: 'submitReport', button: '报送整改情况报告' });
  for (const who of ['principal', 'supervisor'] as const)
    await onWhole(walk, who, { event: 'approveReport', button: '审定整改情况报告' });
  await issue(walk);
  await publish(walk);
  const anybody = await visitors.named('群众');
  await steps.take('群众', '不登录看公开页，有问题和整改情况', async () => {
    const { id } = await record.round();
    await anybody.page.goto(`/public/${id}`);
    await anybody.page.getByText(listed.fees.title).first().waitFor();
    await lookAround(walk, anybody.page, 'public');
  });
  await steps.take('群众', '别的页面都要登录', () => onlyThePublicPage(anybody.page, walk));
  await reply(walk);
  await steps.take('群众', '公开期满，公开页不再显示', () =>
    record.until(
      'it is public no more',
      async () => {
        const answer = await anybody.page.goto(`/public/${(await record.round()).id}?again`);
        return answer?.status() === 404;
      },
      20 * walk.daySeconds + 60,
    ),
  );
}

async function issue({ steps, visitors, record }: Walk): Promise<void> {
  const { page, name } = await visitors.of('office');
  const { id } = await record.round();
  await steps.take(name, '填写文书要素', async () => {
    await page.goto(`/documents/${id}/words`);
    await page.getByLabel('落款', { exact: true }).fill('中共云川县文化馆支部委员会');
    await page.getByLabel('联系人').fill(people.office.name);
    await page.getByLabel('联系电话').fill('0000-1234567');
    await page.getByRole('button', { name: '保存' }).click();
    await isSaid(page, '文书要素已保存');
  });
  await steps.take(name, '预览并印发通报', async () => {
    await page
      .locator('li.card', { hasText: bulletin })
      .getByRole('link', { name: '预览' })
      .click();
    await page.getByText(listed.teachers.title).first().waitFor();
    const agreed = page.locator('input[name=agreed]');
    if ((await agreed.count()) > 0) await agreed.check();
    await page.locator('form.card button').click();
    await isSaid(page, bulletin);
    const [issued] = await record.ledger.documents(id);
    if (issued?.name !== 'bulletin') throw new Error('the record has no bulletin');
  });
}

async function publish({ steps, visitors, record }: Walk): Promise<void> {
  const { page, name } = await visitors.of('office');
  const { workflow, id } = await record.round();
  await steps.take(name, '公开通报', () =>
    record.notes(workflow, { event: 'publish', by: people.office.id }, async () => {
      await page.goto(`/documents/${id}`);
      await page.locator('#publicity').locator('xpath=..').locator('a.button').first().click();
      await submit(page.locator('form.event-form'), {
        ...{ button: '公开整改情况', filling: { 联系方式: '办公室 0000-1234567' } },
      });
      await isSaid(page, '已办理');
    }),
  );
}

async function reply({ steps, visitors, record }: Walk): Promise<void> {
  const { page, name } = await visitors.of('office');
  const { workflow, id } = await record.round();
  await steps.take(name, '登记社会反映', () =>
    record.notes(workflow, { event: 'reply', by: people.office.id }, async () => {
      await page.goto(`/documents/${id}`);
      await page
        .getByRole('link', { name: /社会反映|登记/ })
        .first()
        .click();
      await submit(page.locator('form.event-form'), {
        button: '登记社会反映',
        filling: { 来源: '群众来电', 内容: '希望预约结果也发短信' },
      });
      await isSaid(page, '已办理');
    }),
  );
}

async function onlyThePublicPage(page: Page, { record }: Walk): Promise<void> {
  const { id } = await record.round();
  for (const path of ['/todo', `/problems/${id}/1`, `/documents/${id}`, '/rules', '/operations']) {
    await page.goto(path);
    if (!new URL(page.url()).pathname.startsWith('/sign-in')) throw new Error(`${path} is open`);
  }
}
