/** Everything people do in a run: feedback keeps coming in, each problem has its people, and after faults old commands are said again. */
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { Zhenggai } from '../../client';
import { problemId } from '../../domain/ids';
import type { PlanClock } from '../../domain/plan-clock';
import type { Policy } from '../../domain/policy';
import type { Reception } from '../../domain/reception';
import { randomOf } from '../random';
import { createBook, type Book } from './book';
import { live } from './lives';
import { approvePlan, receive } from './receiving';
import { receptionOf } from './received';
import { createSender } from './sender';

export interface Load {
  readonly zhenggai: Zhenggai;
  readonly book: Book;
  /** What has been received whole. */
  readonly receptions: readonly Reception[];
  /** Some commands at once to a problem whose runs are short. */
  readonly burst: () => void;
  /** The last commands that were answered, once more. */
  readonly repeatLast: () => void;
  /** People stop; resolves when no command is on its way any more. Gives those of which nothing became known, in words. */
  readonly finish: () => Promise<readonly string[]>;
}

interface Beginning {
  readonly client: Client;
  readonly seed: number;
  readonly policy: Policy;
  readonly clock: PlanClock;
  /** How many feedbacks come in, one after the other. */
  readonly receptions?: number;
}

const problemsEach = 6;
const usualReceptions = 4;
/** Between one feedback and the next, ms. */
const everyMs = 40_000;
const deadlineMs = 8000;

export function startLoad({
  client,
  seed,
  policy,
  clock,
  receptions: atMost = usualReceptions,
}: Beginning): Load {
  const zhenggai = new Zhenggai({ client, deadlineMs });
  const book = createBook();
  const sender = createSender(client, zhenggai, book);
  const receptions: Reception[] = [];
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  const random = randomOf(seed, 'load');
  const pending = new Set<Promise<void>>();
  const failures: unknown[] = [];

  const goOn = (work: Promise<void>): void => {
    const watched = work
      .catch((error: unknown) => void failures.push(error))
      .finally(() => pending.delete(watched));
    pending.add(watched);
  };
  const begin = async (index: number): Promise<void> => {
    const id = `r${index}`;
    const at = new Date().toISOString();
    const received = { id, at, problems: problemsEach, policy, clock };
    const reception = receptionOf(received, randomOf(seed, id));
    await receive(client, zhenggai, reception);
    receptions.push(reception);
    for (const problem of reception.problems) {
      const stop = stopping.signal;
      const own = randomOf(seed, problemId(id, problem.seq));
      goOn(live(reception, problem, { zhenggai, sender, random: own, stop }));
    }
    await pause(4000);
    await approvePlan(reception, sender);
  };
  const keepComing = async (): Promise<void> => {
    for (let index = 1; index <= atMost && !stopping.signal.aborted; index += 1) {
      goOn(begin(index));
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  goOn(keepComing());

  let bursts = 0;
  return {
    zhenggai,
    book,
    receptions,
    burst: () => {
      const reception = receptions.at(-1);
      const problem = reception?.problems.find(({ seq }) => seq % 2 === 0);
      if (reception === undefined || problem === undefined) return;
      const workflow = problemId(reception.id, problem.seq);
      const common = { workflow, event: 'spotCheck', by: 'supervisor', fields: { text: 'burst' } };
      for (let each = 0; each < 5; each += 1) {
        bursts += 1;
        const id = `${workflow}#burst-${bursts}`;
        const manner = random.pick(['update', 'signal', 'twice'] as const);
        goOn(sender.send({ ...common, id }, manner).then(() => undefined));
      }
    },
    repeatLast: () => {
      for (const { id } of random.shuffled(book.lastAnswered(3))) goOn(sender.sendAgain(id));
    },
    finish: async () => {
      stopping.abort();
      while (pending.size > 0) await Promise.all(pending);
      return failures.map((error) => (error instanceof Error ? error.message : String(error)));
    },
  };
}
