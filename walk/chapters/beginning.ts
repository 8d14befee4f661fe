/** 分办、领办、方案: the office assigns what came without anybody's name, departments accept, the plan is sent back once and approved. */
import { inTodo, isSaid, submit, type Act } from '../acting';
import type { Problem } from '../invented/list';
import { people, type Who } from '../invented/people';
import type { Walk } from '../walk';

const accepts: readonly (readonly [Who, Problem])[] = [
  ['activities', 'booking'],
  ['activities', 'teachers'],
  ['activities', 'contract'],
  ['heritage', 'equipment'],
  ['heritage', 'heirs'],
  ['heritage', 'fees'],
];

export async function beginning(walk: Walk): Promise<void> {
  await inTodo(walk, 'office', 'fees', {
    ...{ event: 'assign', button: '分办' },
    filling: {
      责任部门: '文保部',
      [people.keeper.name]: 'ticked',
      责任部门负责人: people.heritage.id,
      责任领导: people.leader.id,
      整改类型: 'timeLimited',
    },
  });
  for (const [who, problem] of accepts)
    await inTodo(walk, who, problem, { event: 'accept', button: '领办' });
  await inTodo(walk, 'keeper', 'fees', {
    ...{ event: 'plan', button: '提出整改措施' },
    filling: { 措施: '清理对外合作协议，按物价部门核定的标准收费并每季公示账目' },
  });
  await onWhole(walk, 'office', {
    ...{ event: 'submitPlan', button: '报送整改方案' },
    filling: { 方案说明: '六个问题的措施、责任和时限均已列明' },
  });
  await onWhole(walk, 'supervisor', {
    ...{ event: 'returnPlan', button: '退回整改方案' },
    filling: { 理由: '收费问题的公示方式要写明' },
  });
  await onWhole(walk, 'office', { event: 'submitPlan', button: '报送整改方案' });
  await onWhole(walk, 'supervisor', { event: 'approvePlan', button: '审定整改方案' });
}

/** What concerns the rectification as a whole: its card comes into 我的待办 when the workflow has answered. */
export async function onWhole(walk: Walk, who: Who, act: Act): Promise<void> {
  const { page, name } = await walk.visitors.of(who);
  const { workflow } = await walk.record.round();
  await walk.steps.take(name, act.button, () =>
    walk.record.notes(workflow, { event: act.event, by: people[who].id }, async () => {
      const link = page.locator('main').getByRole('link', { name: act.button, exact: true });
      await page.goto('/todo');
      for (let attempt = 0; attempt < 10 && !(await link.isVisible()); attempt += 1) {
        await page.waitForTimeout(700);
        if (!(await link.isVisible())) await page.reload();
      }
      await link.click();
      await submit(page.locator('form.event-form'), act);
      await isSaid(page, '已办理');
    }),
  );
}
