/** A page process for a Temporal server and a ledger that others run, until it is told to stop. Any number of them, alike. */
import { Client } from '@temporalio/client';
import { clientConverter } from '../../codec';
import { CliFailure, exitCodes, type CliContext } from '../command';
import { databaseUrl, openServerLedger } from '../open-ledger';
import { privacyOf } from '../privacy';
import { storeOf } from '../store';
import { tracingOf } from '../tracing';
import { createClosers, type Closers } from '../up/closers';
import { aborted, foreground } from '../up/foreground';
import { stepsOf } from '../up/progress';
import { openStore } from '../up/store-folder';
import { connect } from '../worker/connection';
import { serverSettings } from '../worker/server-settings';
import { startPages } from './pages';
import { givenSecret } from './web-settings';

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
}

/** Whoever sends people here asks every second or two whether it is ready. */
const noticeMs = 3000;

/** Resolves after an orderly stop. @throws CliFailure when it cannot start */
export async function servePages(given: CliContext, options: ServeOptions): Promise<void> {
  const context = foreground(given);
  const closers = createClosers();
  const { signal, err } = context;
  try {
    await start(context, options, closers);
    await aborted(signal);
    err('正在停止：不再接新的请求，让进行中的办完……');
  } finally {
    await closers.closeAll();
  }
  err('✓ 页面进程已停止。');
}

async function start(
  context: CliContext,
  { host, port }: ServeOptions,
  closers: Closers,
): Promise<void> {
  const { env, err } = context;
  const url = databaseUrl(env);
  if (url === null)
    throw new CliFailure(
      '请用 DATABASE_URL 指明台账数据库，与工作进程用同一个。只在本机试用请运行 npm start。',
      exitCodes.usage,
    );
  const settings = serverSettings(env);
  const { address, namespace } = settings;
  const secret = sharedSecret(context);
  const temporalUi = temporalUiOf(env);
  const privacy = privacyOf(context);
  const step = stepsOf(context);
  const store = openStore(storeOf(context));
  const tracing = tracingOf(context, 'zhenggai-web', store.pagesLog);
  closers.add(tracing.stop);
  const connection = await step(`连接 Temporal 服务器 ${address}，命名空间 ${namespace}`, () =>
    connect(settings),
  );
  closers.add(() => connection.close());
  const ledger = await step('打开台账', () => openServerLedger(url));
  closers.add(ledger.close);
  const client = new Client({
    connection,
    namespace,
    dataConverter: clientConverter(privacy.keys),
  });
  const pages = await startPages(context, {
    ...{ client, privacy, ledger, temporalUi, demonstration: null },
    ...{ secret, host, port, noticeMs, tracing, log: store.pagesLog },
  });
  closers.add(pages.stop);
  err(`✓ 页面 ${pages.url}（监听 ${host}:${port}）；日志 ${store.pagesLog}。按 Ctrl-C 停止。`);
  if (pages.firstLink !== null) err(`  还没有管理员。请打开（只用一次）：${pages.firstLink}`);
}

/** One made here would sign cookies and links that no other page process knows. */
function sharedSecret(context: CliContext): string {
  const secret = givenSecret(context);
  if (secret === null)
    throw new CliFailure(
      '请用 WEB_SECRET 或 WEB_SECRET_FILE 给出签名密钥，所有页面进程和工作进程用同一个，可用 openssl rand -base64 32 生成。',
      exitCodes.usage,
    );
  return secret;
}

/** For links into it; null where none is known. */
function temporalUiOf(env: CliContext['env']): string | null {
  const url = (env['TEMPORAL_UI_URL'] ?? '').replace(/\/+$/, '');
  if (url === '') return null;
  if (URL.canParse(url)) return url;
  throw new CliFailure('TEMPORAL_UI_URL 应如 https://temporal.example.org。', exitCodes.usage);
}
