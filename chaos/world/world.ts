/** The system under test as processes: server and workers apart, or `zhenggai up`; one store, one address, one mail server. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topology } from '../fault-plan';
import type { Random } from '../random';
import { startMailServer, type MailServer } from './mail-server';
import { freePort } from './free-port';
import { environment, zhenggai, type Place } from './place';
import { killGroup, startProgram } from './process';
import { createServer, untilAnswers, type Server } from './server';
import { stopWhenTold } from './stop-when-told';
import { createWorkers, type Workers } from './workers';

export interface World {
  readonly place: Place;
  readonly mail: MailServer;
  readonly server: Server;
  readonly workers: Workers;
  /** `zhenggai up`, in its own topology. */
  readonly embedded: Workers;
  readonly topology: () => Topology;
  /** Kills everything and goes on as the other. */
  readonly become: (topology: Topology) => Promise<void>;
  /** The server that `zhenggai up` started and may have left behind. */
  readonly killEmbeddedServer: () => void;
  /** Instants at which something that sends messages was killed, real ms. */
  readonly kills: () => readonly number[];
  readonly stop: () => Promise<void>;
}

/** In the topology `apart`, with search attributes registered. */
export async function startWorld(store: string, temporal: string, random: Random): Promise<World> {
  mkdirSync(store, { recursive: true });
  const port = await freePort();
  const uiPort = await freePort();
  const mail = await startMailServer(() => killSenders());
  const address = `127.0.0.1:${port}`;
  const place: Place = { store, address, port, uiPort, temporal, smtpUrl: mail.url };
  const server = createServer(place);
  const workers = createWorkers(place, 2, ['worker'], random);
  const ports = ['--port', String(port), '--ui-port', String(uiPort)];
  const embedded = createWorkers(place, 1, ['up', '--no-sample', ...ports], random);
  let topology: Topology = 'apart';
  const killSenders = (): void => (topology === 'apart' ? workers : embedded).killAll();

  const killEmbeddedServer = (): void => killGroup(embeddedServer(store));
  const stopAll = async (): Promise<void> => {
    await Promise.all([workers.stop(), embedded.stop(), server.kill()]);
    killEmbeddedServer();
  };
  stopWhenTold(stopAll);
  await server.start();
  await register(place);
  workers.start();
  return {
    ...{ place, mail, server, workers, embedded, killEmbeddedServer },
    topology: () => topology,
    become: async (next) => {
      if (next === topology) return;
      await stopAll();
      topology = next;
      if (next === 'apart') {
        await server.start();
        workers.start();
      } else {
        embedded.start();
        await untilAnswers(place);
      }
    },
    kills: () => [...workers.kills, ...embedded.kills],
    stop: async () => {
      await stopAll();
      await mail.close();
    },
  };
}

/** Registers the search attributes, as an operator does before the first worker. */
async function register(place: Place): Promise<void> {
  const env = environment(place, { TEMPORAL_ADDRESS: place.address });
  const log = join(place.store, 'worker.log');
  const program = startProgram(process.execPath, [zhenggai, 'worker', '--register'], env, log);
  await untilPrinted(log, '✓ 启动工作进程');
  program.terminate();
  await program.ended;
}

async function untilPrinted(file: string, text: string): Promise<void> {
  for (let waited = 0; !readFileSync(file, 'utf8').includes(text); waited += 100) {
    if (waited > 60_000) throw new Error(`no “${text}” in ${file}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The process of the server that `zhenggai up` started on this store, running or not. */
export function embeddedServer(store: string): number | undefined {
  const file = join(store, 'server.json');
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly pid: number }).pid;
}
