/** One run: people come to the house, its processes are struck while they work, all comes to rest, and what is left is gathered. */
import { Client, Connection } from '@temporalio/client';
import { Zhenggai } from '../client';
import { openLedger, type Ledger } from '../ledger';
import { atWork } from './at-work';
import type { Evidence } from './evidence';
import { gather } from './gather';
import { noteAnswers } from './load/answers';
import { crowdComes } from './load/crowd';
import type { Options } from './options';
import { watchMetrics } from './watch/watch';
import type { House } from './world/house';

const deadlineMs = 60_000;

export async function run(
  house: House,
  options: Options,
  say: (text: string) => void,
): Promise<Evidence> {
  const since = performance.now();
  const { client, ledger, leave } = await enter(house);
  const watch = watchMetrics(house.members);
  const answers = noteAnswers();
  try {
    const zhenggai = new Zhenggai({ client, deadlineMs });
    const { url, firstLink } = house;
    const { people, seed } = options;
    const visitors = await crowdComes({ url, firstLink, zhenggai, ledger, people, answers });
    say(`${visitors.size} people have signed in`);
    const worked = await atWork(house, client, visitors, options, say);
    say('people have stopped; what is under way comes to rest');
    const gathered = await gather({ house, client, ledger, visitors, worked });
    return {
      ...{ seed, ...gathered, answers: answers.all(), metrics: watch.seen() },
      seconds: (performance.now() - since) / 1000,
    };
  } finally {
    watch.stop();
    await leave();
  }
}

interface Entered {
  readonly client: Client;
  readonly ledger: Ledger;
  readonly leave: () => Promise<void>;
}

async function enter({ temporal, databaseUrl }: House): Promise<Entered> {
  const { address, namespace } = temporal;
  const connection = await Connection.connect({ address });
  const ledger = await openLedger(databaseUrl);
  return {
    ...{ client: new Client({ connection, namespace }), ledger },
    leave: async () => {
      await ledger.close();
      await connection.close();
    },
  };
}
