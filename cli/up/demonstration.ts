/** The first steps of the sample's people, so that a newcomer finds a rectification that is under way. */
import { setTimeout as pause } from 'node:timers/promises';
import { TargetUnknown, type Sending, type Zhenggai } from '../../client';
import { problemId, rectificationId } from '../../domain/ids';
import type { Reception } from '../../domain/reception';
import type { ProblemEventType, RectificationEventType } from '../../machines';

interface Play {
  readonly target: string;
  readonly event: ProblemEventType | RectificationEventType;
  readonly sending: Sending;
}

/** Nobody accepts these: the first red lamps are theirs. */
const leftAlone = [3, 9];

/** Handed in and approved by the department: it waits for its leader. */
const handedIn = { seq: 11, handler: 'ma-lin', head: 'sun-bin' };

/** Each step under an id of its own: played again after a crash, it is applied once. */
export async function playFirstSteps(zhenggai: Zhenggai, reception: Reception): Promise<void> {
  for (const plays of firstSteps(reception))
    await Promise.all(plays.map((play) => perform(zhenggai, play)));
}

/** What is refused was done already, or by somebody quicker. */
async function perform(zhenggai: Zhenggai, { target, event, sending }: Play): Promise<void> {
  await begun(zhenggai, target);
  await zhenggai.send(target, event, { ...sending, commandId: `demonstration/${event}` });
}

/** A problem that was just received starts a moment later. */
async function begun(zhenggai: Zhenggai, target: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await zhenggai.problem(target);
      return;
    } catch (error) {
      if (!(error instanceof TargetUnknown)) throw error;
      await pause(100);
    }
  }
}

/** What may happen at once, in order. */
function firstSteps({ id, problems }: Reception): readonly (readonly Play[])[] {
  const whole = rectificationId(id);
  const accepting = problems.flatMap(({ seq, assignment: { departmentHead } }) =>
    leftAlone.includes(seq) || departmentHead === null
      ? []
      : [{ target: problemId(id, seq), event: 'accept', sending: { by: departmentHead } } as const],
  );
  const target = problemId(id, handedIn.seq);
  const text = '学习计划已修订印发，本月专题学习安排5人交流发言，记录和照片已归档';
  return [
    [...accepting, { target: whole, event: 'submitPlan', sending: { by: 'he-jing' } }],
    [
      { target: whole, event: 'approvePlan', sending: { by: 'xu-zhiyuan' } },
      { target, event: 'submit', sending: { by: handedIn.handler, fields: { text } } },
    ],
    [{ target, event: 'approve', sending: { by: handedIn.head } }],
  ];
}
