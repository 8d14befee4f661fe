/** `zhenggai worker`: one worker on a server that others run, until it is told to stop. */
import { join } from 'node:path';
import {
  createFileJournal,
  createLedgerDeliveries,
  createLedgerJournal,
  noDeliveries,
  type Deliveries,
  type Journal,
} from '../../activities';
import { workflowBundle } from '../../worker/bundle';
import type { Ledger } from '../../ledger';
import type { CliContext } from '../command';
import { databaseUrl, openServerLedger } from '../open-ledger';
import { privacyOf } from '../privacy';
import { storeOf } from '../store';
import { tracingOf } from '../tracing';
import { openStore, type StoreFolder } from '../up/store-folder';
import { createClosers, type Closers } from '../up/closers';
import { aborted, foreground } from '../up/foreground';
import { stepsOf, type Step } from '../up/progress';
import { linkingWith } from '../web/link-to';
import { givenSecret } from '../web/web-settings';
import { messagingOf } from './channels';
import { connect, serverOptions } from './connection';
import { registerAttributes } from './prepare-namespace';
import { startWorker, type RunningWorker } from './run-worker';
import { metricsAddress } from './metrics-address';
import { serverSettings } from './server-settings';

export interface WorkerOptions {
  /** Add missing search attributes to the namespace first. */
  readonly register: boolean;
}

/** Resolves after an orderly stop. @throws CliFailure when it cannot start; what ended it when it fails later. */
export async function work(given: CliContext, options: WorkerOptions): Promise<void> {
  const context = foreground(given);
  const closers = createClosers();
  const { signal, err } = context;
  try {
    const worker = await start(context, options, closers);
    await Promise.race([aborted(signal), worker.ended]);
  } finally {
    if (signal.aborted) err('正在停止：不再接新任务，让进行中的办完……');
    await closers.closeAll();
  }
  err('✓ 工作进程已停止。');
}

async function start(
  context: CliContext,
  options: WorkerOptions,
  closers: Closers,
): Promise<RunningWorker> {
  const step = stepsOf(context);
  const settings = serverSettings(context.env);
  const metrics = metricsAddress(context.env);
  const privacy = privacyOf(context);
  const { address, namespace } = settings;
  const store = openStore(storeOf(context));
  const tracing = tracingOf(context, 'zhenggai-worker', store.workerLog);
  closers.add(tracing.stop);
  const connection = await step(`连接 Temporal 服务器 ${address}，命名空间 ${namespace}`, () =>
    connect(settings),
  );
  closers.add(() => connection.close());
  if (options.register) {
    const added = await registerAttributes(connection, namespace);
    context.err(`✓ 检索属性：${added.length === 0 ? '都已具备' : `新增 ${added.join('、')}`}`);
  }
  const { bundle } = await step('准备工作流程序', () => workflowBundle());
  const record = await recordOf(context, store, step, closers);
  const messaging = messagingOf(context, store, linkingOf(context, record.ledger, closers));
  const worker = await step('启动工作进程', () =>
    startWorker({
      server: serverOptions(settings),
      clientConnection: connection,
      ...{
        namespace,
        bundle,
        privacy,
        messaging,
        tracing,
        ...{ journal: record.journal, deliveries: record.deliveries },
        ...{ log: store.workerLog, metricsAddress: metrics, amongOthers: true },
        now: context.now,
      },
    }),
  );
  closers.add(worker.drain);
  context.err(
    `  流转记录 ${store.journal}；发件箱 ${store.outbox}；渠道 ${messaging.channels.names.join('、')}`,
  );
  context.err(`  日志 ${join(store.path, 'worker.log')}。按 Ctrl-C 停止。`);
  return worker;
}

interface Recording {
  readonly journal: Journal;
  readonly deliveries: Deliveries;
  readonly ledger: Ledger | null;
}

/** Files of this worker's own, and the ledger of DATABASE_URL where there is one. */
async function recordOf(
  { env, now }: CliContext,
  store: StoreFolder,
  step: Step,
  closers: Closers,
): Promise<Recording> {
  const files = createFileJournal(store.journal);
  const url = databaseUrl(env);
  if (url === null) return { journal: files, deliveries: noDeliveries, ledger: null };
  const ledger = await step('打开台账', () => openServerLedger(url));
  closers.add(ledger.close);
  return {
    journal: createLedgerJournal(files, ledger),
    deliveries: createLedgerDeliveries(ledger, now),
    ledger,
  };
}

/** Links that sign in need the record and the pages' secret; without either they lead to the plain pages. */
function linkingOf(context: CliContext, ledger: Ledger | null, closers: Closers) {
  const secret = ledger === null ? null : givenSecret(context);
  if (ledger === null || secret === null) return undefined;
  return linkingWith(context, ledger, secret, closers);
}
