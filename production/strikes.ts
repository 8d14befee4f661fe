/** Carries the plan out: kills, tells to stop, starts again, and notes what it saw of each. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Balancer } from './balancer/balancer';
import { readyStatus } from './balancer/readiness';
import type { Strike } from './plan';
import type { House } from './world/house';
import type { Member } from './world/member';

export interface Done extends Strike {
  /** ms since 1970 */
  readonly began: number;
  /** Until it was at work again, ms. */
  readonly backAfter: number;
  /** Null for one that was killed. */
  readonly drained: Drained | null;
}

export interface Drained {
  /** It said 503 at /ready while it still answered. */
  readonly saidSo: boolean;
  /** Null: it did not end within a minute. */
  readonly exitCode: number | null;
  readonly took: number;
}

/** @param since when people began to be at work, ms since 1970 */
export async function carryOut(
  plan: readonly Strike[],
  { members, balancer }: Pick<House, 'members' | 'balancer'>,
  since: number,
  say: (text: string) => void,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (const strike of plan) {
    await pause(Math.max(0, since + strike.at - Date.now()));
    const member = members.find(({ name }) => name === strike.who);
    if (member === undefined) throw new Error(`there is no ${strike.who}`);
    if (member.kind === 'pages') await untilBusy(member, balancer);
    const began = Date.now();
    say(`${strike.who} is ${strike.how === 'killed' ? 'killed' : 'told to stop'}`);
    const drained =
      strike.how === 'killed' ? await member.kill().then(() => null) : await drain(member);
    await pause(strike.away);
    await member.start();
    done.push({ ...strike, began, drained, backAfter: Date.now() - began });
    say(`${strike.who} is back`);
  }
  return done;
}

/** A process that does nothing just then is no loss to anybody: it is struck with something of people's in its hands. */
async function untilBusy({ name }: Member, { changesAt }: Balancer): Promise<void> {
  const giveUp = performance.now() + patience;
  while (changesAt(name) === 0 && performance.now() < giveUp) await pause(2);
}

/** How long such a moment is waited for, ms. */
const patience = 5000;

async function drain(member: Member): Promise<Drained> {
  const began = performance.now();
  const [exit, watching] = [member.drain(), new AbortController()];
  const seen = sees503(member.url ?? '', watching.signal);
  const exitCode = await exit;
  watching.abort();
  return { exitCode, saidSo: await seen, took: performance.now() - began };
}

/** Asked on connections of its own, as a proxy or a scheduler asks. */
async function sees503(url: string, until: AbortSignal): Promise<boolean> {
  while (!until.aborted) {
    if ((await readyStatus(url)) === 503) return true;
    await pause(50);
  }
  return false;
}
