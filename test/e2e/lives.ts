/** A whole working day of a unit, as commands with ids of their own: sent again after a crash they are applied once. */
import { setTimeout as pause } from 'node:timers/promises';
import { TargetUnknown, type Zhenggai } from '../../client';
import { problemId } from '../../domain/ids';
import type { Reception } from '../../domain/reception';
import type { ProblemEventType } from '../../machines';

interface Deed {
  readonly event: ProblemEventType;
  readonly by: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** From acceptance to sign-off, with a return on the way. */
const immediate: readonly Deed[] = [
  { event: 'accept', by: 'li-na' },
  { event: 'report', by: 'zhang-wei', fields: { text: '已核实8笔' } },
  { event: 'submit', by: 'zhang-wei', fields: { text: '12笔均已补齐' } },
  { event: 'return', by: 'li-na', fields: { reason: '第3笔缺公函' } },
  { event: 'submit', by: 'zhang-wei', fields: { text: '第3笔公函已补' } },
  { event: 'approve', by: 'li-na' },
  { event: 'approve', by: 'liu-haiyan' },
  { event: 'approve', by: 'he-jing' },
];

/** Plays one problem's life to its end, waiting after each deed until nothing is under way. */
export async function playLife(zhenggai: Zhenggai, { id }: Reception, seq: number): Promise<void> {
  const target = problemId(id, seq);
  await settled(zhenggai, target);
  for (const [index, { event, by, fields = {} }] of immediate.entries()) {
    const commandId = `life/${index}`;
    await insist(async () => {
      const [sent] = await zhenggai.send(target, event, { by, fields, commandId });
      if (sent?.outcome === 'refused') throw new Error(JSON.stringify(sent.refused.why));
      return sent?.outcome === 'accepted';
    });
    await settled(zhenggai, target);
  }
}

/** Until nothing is under way or due and every line is recorded: what comes next then comes next in every run. */
export async function settled(zhenggai: Zhenggai, target: string): Promise<void> {
  await insist(async () => {
    const { underWay, unrecorded, timers } = await zhenggai.problem(target);
    const soon = Date.now() + 1000;
    const isDue = timers.some(({ dueAt }) => Date.parse(dueAt) <= soon);
    return underWay.length === 0 && unrecorded === 0 && !isDue;
  });
}

/** An activity that died with its worker is tried again after a minute (workflows/host.ts), ms. */
const restsWithin = 120_000;

/** A worker that was killed does not answer for a while. */
async function insist(isDone: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + restsWithin;
  while (performance.now() < until) {
    try {
      if (await isDone()) return;
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
    await pause(100);
  }
  throw new Error('it never came to rest');
}

function isPassing(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return error instanceof TargetUnknown || ['NoWorkerAnswers', 'ServerUnreachable'].includes(name);
}
