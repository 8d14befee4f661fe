/** The unit whose people are at the pages: its list received, an account each, everybody signed in. */
import { crowdId, peopleOfCrowd, problemCount, receptionOfCrowd } from '../../bench/pages/crowd';
import { visit, type Visitor } from '../../bench/pages/visitor';
import { mapBounded } from '../../client/bounded';
import type { Zhenggai } from '../../client';
import type { Person } from '../../domain/people';
import type { Ledger } from '../../ledger';
import { setTimeout as pause } from 'node:timers/promises';
import { openAccounts, type Door } from './accounts';
import type { Answers } from './answers';

export interface Coming extends Door {
  readonly zhenggai: Zhenggai;
  readonly ledger: Ledger;
  readonly people: number;
  readonly answers: Answers;
}

/** @returns visitors by their person */
export async function crowdComes(coming: Coming): Promise<ReadonlyMap<string, Visitor>> {
  const people = peopleOfCrowd(coming.people);
  const unit = await receiveList(coming, people);
  const signingIn = await openAccounts(coming, unit, people);
  const { url: base, answers } = coming;
  const come = async ({ id }: Person): Promise<readonly [string, Visitor]> => {
    const signIn = signingIn.get(id);
    if (signIn === undefined) throw new Error(`${id} has no account`);
    const { through } = answers;
    const visitor = await visit({ base, signIn, onLive: () => undefined, through });
    await visitor.open('/todo');
    return [id, visitor];
  };
  return new Map(await mapBounded(people, 4, come));
}

const received = 60_000;

async function receiveList(
  { zhenggai, ledger }: Pick<Coming, 'zhenggai' | 'ledger'>,
  people: readonly Person[],
): Promise<string> {
  const reception = receptionOfCrowd(people, new Date().toISOString().slice(0, 10));
  await zhenggai.receive(reception);
  const giveUp = performance.now() + received;
  while ((await ledger.problems({ rectification: crowdId })).length < problemCount) {
    if (performance.now() > giveUp) throw new Error('the list is not in the ledger');
    await pause(200);
  }
  return reception.unit;
}
