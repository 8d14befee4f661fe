/** The work: progress with files, a measure done, an extension, what is late carried over, an urge answered from its message. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../domain/plain-date';
import { inTodo, onProblem, titleOf } from '../acting';
import { byMessage } from '../message';
import type { Walk } from '../walk';

export async function working(walk: Walk): Promise<void> {
  const file = join(walk.house.home, '课酬管理办法.txt');
  writeFileSync(file, '课酬管理办法（试行）：课酬按职称分三档，聘用由馆务会集体研究。\n');
  await inTodo(walk, 'handler', 'teachers', {
    ...{ event: 'report', button: '报进展', file },
    filling: { 进展: '管理办法已印发，12名教师补办了7名' },
  });
  await onProblem(walk, 'handler', 'teachers', {
    ...{ event: 'completeMeasure', button: '完成措施' },
    filling: { 措施序号: '1', 完成情况: '办法已经馆务会通过并印发' },
  });
  await extension(walk);
  await carryOver(walk);
  await urge(walk);
}

async function extension(walk: Walk): Promise<void> {
  const { due_on: before } = await walk.record.row('teachers');
  const asked = addDays(before ?? '', 14);
  await onProblem(walk, 'handler', 'teachers', {
    ...{ event: 'requestExtension', button: '申请延期' },
    filling: { 理由: '两名教师在外地，手续要当面办', 拟延至: asked, 目前进展: '已补办9名' },
  });
  await inTodo(walk, 'leader', 'teachers', { event: 'approveExtension', button: '同意延期' });
  await inTodo(walk, 'office', 'teachers', { event: 'approveExtension', button: '同意延期' });
  await walk.steps.take('台账', `延期后的时限是 ${asked}`, () =>
    walk.record.until(`${titleOf('teachers')} is due on ${asked}`, async () => {
      const { due_on: due } = await walk.record.row('teachers');
      return due === asked;
    }),
  );
}

async function carryOver(walk: Walk): Promise<void> {
  await walk.steps.take('台账', `到期未报送的亮红灯：${titleOf('equipment')}`, () =>
    walk.record.until('it is red', async () => {
      const { lamp } = await walk.record.row('equipment');
      return lamp === 'overdue';
    }),
  );
  const { today } = await walk.record.round();
  await onProblem(walk, 'keeper', 'equipment', {
    ...{ event: 'requestCarryOver', button: '申请转入持续整改' },
    filling: { 理由: '灭火器已订货，厂家月底才能送到', 最后时限: addDays(today, 60) },
  });
  for (const who of ['leader', 'office'] as const)
    await inTodo(walk, who, 'equipment', {
      ...{ event: 'approveCarryOver', button: '同意转入持续整改' },
    });
}

async function urge(walk: Walk): Promise<void> {
  const { today } = await walk.record.round();
  await onProblem(walk, 'supervisor', 'fees', {
    ...{ event: 'urge', button: '督办' },
    filling: { 督办要求: '本月内公示上半年合作收费明细', 最后期限: addDays(today, 2) },
  });
  await byMessage(walk, 'heritage', 'fees', {
    ...{ event: 'acknowledge', button: '签收督办', says: '督办' },
  });
}
