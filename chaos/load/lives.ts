/** People at work on one problem: they look, take their time, do something, and say it again until it is known to have arrived. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ProblemView, Zhenggai } from '../../client';
import { problemId } from '../../domain/ids';
import { planDayAt } from '../../domain/plan-clock';
import type { ReceivedProblem, Reception } from '../../domain/reception';
import type { Random } from '../random';
import { nextDeed, type NextDeed, type Standing } from './deeds';
import type { Manner, Sender } from './sender';

export interface Living {
  readonly zhenggai: Zhenggai;
  readonly sender: Sender;
  readonly random: Random;
  /** Aborted when people stop. */
  readonly stop: AbortSignal;
}

/** Commands of one life stay below what a workflow remembers for recognising a repeated one. */
const most = 400;

/** @throws only what no fault explains: a command of which nothing became known for minutes */
export async function live(
  reception: Reception,
  problem: ReceivedProblem,
  { zhenggai, sender, random, stop }: Living,
): Promise<void> {
  const workflow = problemId(reception.id, problem.seq);
  for (let count = 1; count < most && !stop.aborted; count += 1) {
    const standing = await look(zhenggai, workflow);
    const today = planDayAt(reception.clock, new Date().toISOString());
    const department = problem.assignment.department ?? 'a';
    const next = standing && nextDeed(standing, { today, department, count }, random);
    if (!(await waited(next?.after ?? 1000, stop)) || next === null) continue;
    await sender.send(commandOf(workflow, count, next), mannerOf(random));
  }
}

function commandOf(workflow: string, count: number, { event, by, fields }: NextDeed) {
  return { workflow, id: `${workflow}#${count}`, event, by, fields };
}

function mannerOf(random: Random): Manner {
  const drawn = random.next();
  return drawn < 0.55 ? 'update' : drawn < 0.75 ? 'twice' : 'signal';
}

/** Null while nobody answers. */
async function look(zhenggai: Zhenggai, workflow: string): Promise<Standing | null> {
  try {
    return standingOf(await zhenggai.problem(workflow));
  } catch {
    return null;
  }
}

function standingOf({ context }: ProblemView): Standing {
  return {
    stage: context.stage,
    step: context.review?.index ?? 0,
    upkeepReported: (context.upkeep?.reportedBy ?? null) !== null,
    urged: context.urge !== null,
  };
}

/** False when people stopped meanwhile. */
async function waited(ms: number, stop: AbortSignal): Promise<boolean> {
  try {
    await pause(ms, undefined, { signal: stop });
    return true;
  } catch {
    return false;
  }
}
