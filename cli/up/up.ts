/** `zhenggai up`: the dev server, the worker and the store as one process that stops what it started. */
import { existsSync } from 'node:fs';
import { Client } from '@temporalio/client';
import { createFileJournal, createLedgerDeliveries, createLedgerJournal } from '../../activities';
import type { Ledger } from '../../ledger';
import { clientConverter } from '../../codec';
import { workflowBundle } from '../../worker/bundle';
import { CliFailure, exitCodes, type CliContext } from '../command';
import { ledgerWords } from '../messages/ledger';
import { openTheLedger, placeOfLedger } from '../open-ledger';
import { temporalCodecPath } from '../../web';
import type { Tracing } from '../../tracing';
import { privacyOf, type Privacy } from '../privacy';
import { runningFile, storeOf, type Running } from '../store';
import { tracingOf } from '../tracing';
import { tellWaiting } from '../waiting-refusals';
import { linkingWith } from '../web/link-to';
import { startPages, type Pages } from '../web/pages';
import { webSecret } from '../web/web-settings';
import { messagingOf } from '../worker/channels';
import { keepClosed, registerAttributes } from '../worker/prepare-namespace';
import { startWorker, type RunningWorker } from '../worker/run-worker';
import { createClosers, type Closers } from './closers';
import { host, startDevServer, stopOrphan, type DevServer } from './dev-server';
import { foreground } from './foreground';
import { beginContents } from './first-contents';
import { greeting } from './greeting';
import { choosePorts, type Ports } from './ports';
import { secondsSince, stepsOf, type Step } from './progress';
import { openStore, type StoreFolder } from './store-folder';
import { lockStore } from './store-lock';
import { watchAlong } from './watch-along';
import { removeFile, writeJson } from './write-whole';

export interface UpOptions {
  readonly ports: Partial<Ports>;
  /** Receive the sample into a new store. */
  readonly sample: boolean;
}

const namespace = 'default';

/** Ten years: what has closed stays to be looked at. */
const keptDays = 3650;

/** Resolves after an orderly stop. @throws CliFailure when something is missing, taken or has failed. */
export async function up(given: CliContext, options: UpOptions): Promise<void> {
  const context = foreground(given);
  const closers = createClosers();
  try {
    await untilEnd(context, await start(context, options, closers));
  } catch (error) {
    if (!context.signal.aborted) throw error;
  } finally {
    if (context.signal.aborted) context.err('正在停止：让进行中的事项办完……');
    await closers.closeAll();
  }
  context.err('✓ 已停止。再次运行 npm start 即可接续。');
}

interface Started {
  readonly server: DevServer;
  readonly worker: RunningWorker;
  readonly ledger: Ledger;
}

async function start(context: CliContext, options: UpOptions, closers: Closers): Promise<Started> {
  const since = performance.now();
  const step = stepsOf(context);
  const executable = executableOf(context);
  const privacy = privacyOf(context);
  const store = openStore(storeOf(context));
  closers.add(lockStore(store.lock, store.path));
  const tracing = tracingOf(context, 'zhenggai', store.pagesLog);
  closers.add(tracing.stop);
  const [[{ bundle }, ledger], server] = await together(
    together(
      step('准备工作流程序', () => workflowBundle()),
      step('打开台账', () => ledgerOf(context, store, closers)),
    ),
    startServer(context, { executable, store, step, privacy, asked: options.ports }, closers),
  );
  await step('准备检索属性和保存期限', () => prepare(server));
  const secret = webSecret(context, store.path);
  const messaging = messagingOf(context, store, linkingWith(context, ledger, secret, closers));
  const watch = watchAlong(context.out);
  closers.add(watch.stop);
  const worker = await step('启动工作进程', () =>
    startWorker({
      server: { address: server.address },
      clientConnection: server.connection,
      ...{
        namespace,
        bundle,
        privacy,
        messaging,
        tracing,
        journal: createLedgerJournal(createFileJournal(store.journal), ledger),
        deliveries: createLedgerDeliveries(ledger, context.now),
        log: store.workerLog,
        now: context.now,
      },
      onDelivered: watch.delivered,
    }),
  );
  closers.add(worker.drain);
  announce(context, store, { server, ledger, privacy }, closers);
  const client = new Client({
    connection: server.connection,
    namespace,
    dataConverter: clientConverter(privacy.keys),
  });
  const contents = await beginContents({
    ...{ client, store, step },
    now: context.now,
    wanted: options.sample,
  });
  const pages = await pagesOf(context, {
    ...{ client, server, ledger, store, privacy, secret, tracing },
    sample: contents.sample,
  });
  closers.add(pages.stop);
  const took = secondsSince(since);
  const ledgerPlace = placeOfLedger(context.env, store.ledger);
  context.out(
    greeting({
      ...{ server, store, ledgerPlace, took, channels: messaging.channels.names, ...contents },
      pagesUrl: pages.url,
      firstLink: pages.firstLink,
      keyId: privacy.keys.current?.id ?? null,
    }),
  );
  return { server, worker, ledger };
}

interface PagesStart {
  readonly client: Client;
  readonly server: DevServer;
  readonly ledger: Ledger;
  readonly store: StoreFolder;
  readonly privacy: Privacy;
  readonly secret: string;
  readonly tracing: Tracing;
  readonly sample: string | null;
}

function pagesOf(
  context: CliContext,
  { client, server, ledger, store, privacy, secret, tracing, sample }: PagesStart,
): Promise<Pages> {
  return startPages(context, {
    ...{ client, privacy, ledger, temporalUi: server.uiAddress, demonstration: sample },
    ...{ secret, host, tracing },
    port: server.ports.web,
    log: store.pagesLog,
  });
}

/** What waits for both also waits for the second when the first has failed, so that nothing is left half started. */
async function together<First, Second>(
  first: Promise<First>,
  second: Promise<Second>,
): Promise<[First, Second]> {
  await Promise.allSettled([first, second]);
  return [await first, await second];
}

function executableOf({ env }: CliContext): string {
  const address = env['TEMPORAL_ADDRESS'] ?? '';
  if (address !== '')
    throw new CliFailure(
      `已设置 TEMPORAL_ADDRESS=${address}，而 up 启动的是内置服务器。请改用 zhenggai worker --register；要用内置服务器，请取消这个变量。`,
    );
  const path = env['TEMPORAL_CLI_PATH'] ?? '';
  if (path !== '' && existsSync(path)) return path;
  throw new CliFailure(
    path === ''
      ? '没有找到 Temporal 服务器程序。请用 npm start 或 npx zhenggai up 启动，它会自动准备；也可以用 TEMPORAL_CLI_PATH 指明 temporal 程序的位置。'
      : `TEMPORAL_CLI_PATH 指向的程序不存在：${path}。请改正，或取消这个变量，由 npm start 自动准备。`,
  );
}

interface ServerStart {
  readonly executable: string;
  readonly store: StoreFolder;
  readonly step: Step;
  readonly privacy: Privacy;
  readonly asked: Partial<Ports>;
}

async function startServer(
  { err, signal }: CliContext,
  { executable, store, step, privacy, asked }: ServerStart,
  closers: Closers,
): Promise<DevServer> {
  const orphan = await stopOrphan(store);
  if (orphan !== null) err(`✓ 上次没有正常停止：已停掉遗留的 Temporal 服务器（进程 ${orphan}）`);
  const { ports, notes } = await choosePorts(store.ports, asked);
  notes.forEach((note) => err(`! ${note}`));
  const server = await step('启动 Temporal 服务器', () =>
    startDevServer({ executable, store, ports, uiCodec: uiCodec(ports, privacy), signal }),
  );
  closers.add(server.stop);
  closers.add(() => server.connection.close());
  return server;
}

/** Where the Temporal UI has what is encrypted read: our pages, once one is signed in there. */
function uiCodec({ web }: Ports, { keys }: Privacy): string | null {
  return keys.current === null ? null : `http://${host}:${web}${temporalCodecPath}`;
}

/** The database of DATABASE_URL, or one of our own in the store. Closed after the worker that writes to it has drained. */
async function ledgerOf(
  { env }: CliContext,
  store: StoreFolder,
  closers: Closers,
): Promise<Ledger> {
  const ledger = await openTheLedger(env, store.ledger);
  closers.add(ledger.close);
  // They wait in the store for the next time, should the ledger not take them.
  await tellWaiting(store.path, ledger).catch(() => 0);
  return ledger;
}

async function prepare({ connection }: DevServer): Promise<void> {
  await registerAttributes(connection, namespace);
  await keepClosed(connection, namespace, keptDays);
}

function announce(
  { now }: CliContext,
  store: StoreFolder,
  {
    server: { address, uiAddress },
    ledger,
    privacy,
  }: { readonly server: DevServer; readonly ledger: Ledger; readonly privacy: Privacy },
  closers: Closers,
): void {
  const running: Running = {
    ...{ address, namespace, uiAddress },
    ledger: ledger.url,
    privacy: privacy.running,
  };
  const file = runningFile(store.path);
  writeJson(file, { pid: process.pid, ...running, startedAt: now() });
  closers.add(() => removeFile(file));
}

/** Until somebody asks to stop, or what everything rests on has ended. */
async function untilEnd(
  { signal }: CliContext,
  { server, worker, ledger }: Started,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const lost = ledger.lost.then(
    ({ message }) =>
      new CliFailure(ledgerWords.lost(message), exitCodes.refused, { code: 'ledger' }),
  );
  const failure = await Promise.race([stopped, server.ended, worker.ended, lost]);
  if (failure instanceof CliFailure) throw failure;
}
