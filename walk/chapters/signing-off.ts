/** 报送、审核、销号: confirmed from a message, returned once, by a deputy, recorded for the leader; a phase with upkeep; a relapse. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTodo, onProblem, titleOf } from '../acting';
import type { Problem } from '../invented/list';
import type { Who } from '../invented/people';
import { byMessage } from '../message';
import type { Walk } from '../walk';

const approve = { event: 'approve', button: '确认' } as const;

export async function signingOff(walk: Walk): Promise<void> {
  await submit(walk, 'handler', 'booking', '每周五在大厅和公众号公布下周预约结果，已公布三期');
  await inTodo(walk, 'activities', 'booking', approve);
  await submit(walk, 'handler', 'teachers', '12名教师的审议手续已补齐');
  await inTodo(walk, 'activities', 'teachers', approve);
  await byMessage(walk, 'leader', 'booking', { ...approve, says: '审核' });
  await inTodo(walk, 'office', 'booking', approve);
  await isSignedOff(walk, 'booking');

  await returned(walk);
  await byDeputy(walk);
  await recorded(walk);
  await chain(walk, 'keeper', 'heritage', 'equipment', '灭火器已更换24具，值守记录恢复');
  await upkeep(walk);
  await relapse(walk);
}

async function submit(walk: Walk, who: Who, problem: Problem, text: string): Promise<void> {
  const file = join(walk.house.home, `${problem}.txt`);
  writeFileSync(file, `佐证：${text}\n`);
  await inTodo(walk, who, problem, {
    ...{ event: 'submit', button: '报送完成', file },
    filling: { 整改情况: text },
  });
}

async function chain(walk: Walk, handler: Who, head: Who, problem: Problem, text: string) {
  await submit(walk, handler, problem, text);
  for (const who of [head, 'leader', 'office'] as const) await inTodo(walk, who, problem, approve);
  await isSignedOff(walk, problem);
}

async function returned(walk: Walk): Promise<void> {
  await inTodo(walk, 'leader', 'teachers', {
    ...{ event: 'return', button: '退回', filling: { 理由: '课酬发放表没有附，请补' } },
  });
  await walk.steps.take('台账', `退回后亮黄灯，回到整改：${titleOf('teachers')}`, () =>
    walk.record.until('it is being rectified again', async () => {
      const { stage, lamp } = await walk.record.row('teachers');
      return stage === 'rectifying' && lamp === 'behind';
    }),
  );
  await chain(walk, 'handler', 'activities', 'teachers', '课酬发放表已附，逐人核对无误');
}

/** The head has submitted it himself: who reviews in his place is his deputy. */
async function byDeputy(walk: Walk): Promise<void> {
  await submit(walk, 'activities', 'contract', '3份合同已补办验收，复核人另行指定');
  await inTodo(walk, 'heritage', 'contract', approve);
  for (const who of ['leader', 'office'] as const) await inTodo(walk, who, 'contract', approve);
  await isSignedOff(walk, 'contract');
}

/** The leader has signed a sheet of paper: the office records it. */
async function recorded(walk: Walk): Promise<void> {
  await submit(walk, 'keeper', 'fees', '收费标准已报批，上半年账目已公示');
  await inTodo(walk, 'heritage', 'fees', approve);
  await onProblem(walk, 'office', 'fees', {
    ...{ event: 'approve', button: '审核通过', recordedFor: 'leader' },
    filling: { 依据: 'signedSheet' },
  });
  await inTodo(walk, 'office', 'fees', approve);
  await isSignedOff(walk, 'fees');
}

async function upkeep(walk: Walk): Promise<void> {
  await submit(walk, 'keeper', 'heirs', '台账已建立，覆盖23名传承人');
  for (const who of ['heritage', 'leader', 'office'] as const)
    await inTodo(walk, who, 'heirs', approve);
  await inTodo(walk, 'keeper', 'heirs', {
    ...{ event: 'reportUpkeep', button: '报巩固情况' },
    filling: { 巩固情况: '本期培训两场，台账按季核对' },
  });
  await inTodo(walk, 'office', 'heirs', { event: 'acceptUpkeep', button: '认可巩固情况' });
  await isSignedOff(walk, 'heirs');
}

async function relapse(walk: Walk): Promise<void> {
  await onProblem(walk, 'supervisor', 'booking', {
    ...{ event: 'relapse', button: '记录反弹' },
    filling: { 理由: '暗访发现国庆周的时段没有公布' },
  });
  await walk.steps.take('台账', `反弹的进入第2轮：${titleOf('booking')}`, () =>
    walk.record.until('its second round has begun', async () => {
      const { stage, round } = await walk.record.row('booking');
      return stage === 'rectifying' && round === 2;
    }),
  );
  await chain(walk, 'handler', 'activities', 'booking', '公布改为系统自动推送，补公布国庆周');
}

async function isSignedOff(walk: Walk, problem: Problem): Promise<void> {
  await walk.steps.take('台账', `已销号：${titleOf(problem)}`, () =>
    walk.record.until('it is signed off', async () => {
      const { stage } = await walk.record.row(problem);
      return stage === 'signedOff' || stage === 'lookBack';
    }),
  );
}
