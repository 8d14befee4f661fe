/** The Temporal development server as a child process on the store's database. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { CliFailure } from '../command';
import { beginAgain } from './begin-again';
import type { Ports } from './ports';
import { isRunning, refOf, type ProcessRef } from './process-ref';
import type { StoreFolder } from './store-folder';
import { readJson, removeFile, writeJson } from './write-whole';

export const host = '127.0.0.1';

/** How long a server that was asked to stop may take; it needs about a second. */
const stopWithin = 10_000;
const startWithin = 60_000;

export interface DevServer {
  readonly address: string;
  readonly uiAddress: string;
  readonly ports: Ports;
  readonly pid: number;
  /** Open, and answering. */
  readonly connection: Connection;
  /** Resolves when it ends of itself, with the reason. */
  readonly ended: Promise<CliFailure>;
  readonly stop: () => Promise<void>;
}

export interface DevServerStart {
  readonly executable: string;
  readonly store: StoreFolder;
  readonly ports: Ports;
  /** Where its UI has payloads decoded; null where they are readable. */
  readonly uiCodec: string | null;
  readonly signal: AbortSignal;
}

/** It ended of itself. */
class ServerEnded extends CliFailure {}

/**
 * Resolves when it answers.
 *
 * @throws CliFailure when it does not come up, with the end of its log
 */
export function startDevServer(asked: DevServerStart): Promise<DevServer> {
  return beginAgain(
    () => startOnce(asked),
    (error) => error instanceof ServerEnded,
  );
}

async function startOnce(asked: DevServerStart): Promise<DevServer> {
  const { store, ports, signal } = asked;
  const address = `${host}:${ports.grpc}`;
  const child = spawnServer(asked);
  const ended = endOf(child, store);
  const over = new AbortController();
  void ended.then(() => over.abort());
  const stop = async (): Promise<void> => {
    if (child.pid !== undefined) await stopProcess(refOf(child.pid));
    removeFile(store.server);
  };
  try {
    const connection = await Promise.race([
      answering(address, store, AbortSignal.any([signal, over.signal])),
      thrown(ended),
    ]);
    const uiAddress = `http://${host}:${ports.ui}`;
    return { address, uiAddress, ports, pid: child.pid ?? 0, connection, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Stops a server that outlived its killed parent. Returns its number, null when there was none. */
export async function stopOrphan(store: StoreFolder): Promise<number | null> {
  const { pid, mark = null } = readJson<ProcessRef>(store.server) ?? {};
  if (pid === undefined || !isRunning({ pid, mark })) return null;
  await stopProcess({ pid, mark });
  return pid;
}

/** In a process group of its own: Ctrl-C in the terminal must not reach it before the worker has drained. */
function spawnServer(asked: DevServerStart): ChildProcess {
  const { executable, store } = asked;
  const log = openSync(store.serverLog, 'a');
  try {
    const child = spawn(executable, argumentsFor(asked), {
      detached: process.platform !== 'win32',
      stdio: ['ignore', log, log],
      cwd: store.path,
    });
    if (child.pid !== undefined) writeJson(store.server, refOf(child.pid));
    return child;
  } finally {
    closeSync(log);
  }
}

function argumentsFor({ store, ports, uiCodec }: DevServerStart): readonly string[] {
  const { grpc, ui } = ports;
  return [
    ...['server', 'start-dev', '--db-filename', store.database],
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
    ...['--ip', host, '--port', String(grpc), '--ui-ip', host, '--ui-port', String(ui)],
    ...['--log-level', 'error'],
    ...(uiCodec === null ? [] : ['--ui-codec-endpoint', uiCodec]),
  ];
}

function endOf(child: ChildProcess, store: StoreFolder): Promise<CliFailure> {
  return new Promise((resolve) => {
    child.once('error', (error) =>
      resolve(
        new CliFailure(`Temporal 服务器不能启动：${error.message}。请检查 TEMPORAL_CLI_PATH。`),
      ),
    );
    child.once('exit', (code, killedBy) =>
      resolve(
        new ServerEnded(
          `Temporal 服务器意外退出（${killedBy ?? `代码 ${code ?? '不明'}`}），已受理的事项都在库中，重新运行即可继续。日志 ${store.serverLog}${endOfLog(store)}`,
        ),
      ),
    );
  });
}

async function thrown(ended: Promise<CliFailure>): Promise<never> {
  throw await ended;
}

async function answering(
  address: string,
  store: StoreFolder,
  signal: AbortSignal,
): Promise<Connection> {
  const giveUp = Date.now() + startWithin;
  for (;;) {
    signal.throwIfAborted();
    try {
      const connection = await Connection.connect({ address, connectTimeout: 1000 });
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      return connection;
    } catch (error) {
      if (Date.now() > giveUp) throw silent(store, error);
      await pause(100);
    }
  }
}

function silent(store: StoreFolder, error: unknown): CliFailure {
  const reason = error instanceof Error ? error.message : String(error);
  return new CliFailure(
    `Temporal 服务器启动后 ${startWithin / 1000} 秒没有应答（${reason}）。日志 ${store.serverLog}${endOfLog(store)}`,
  );
}

function endOfLog({ serverLog }: StoreFolder): string {
  try {
    const lines = readFileSync(serverLog, 'utf8').trimEnd().split('\n').slice(-5);
    return `：\n${lines.map((line) => `  ${line.slice(0, 400)}`).join('\n')}`;
  } catch {
    return '';
  }
}

/** Asks first, then insists. */
async function stopProcess(ref: ProcessRef): Promise<void> {
  signalTo(ref, 'SIGTERM');
  const giveUp = Date.now() + stopWithin;
  while (isRunning(ref)) {
    if (Date.now() > giveUp) signalTo(ref, 'SIGKILL');
    await pause(50);
  }
}

function signalTo(ref: ProcessRef, signal: NodeJS.Signals): void {
  try {
    if (isRunning(ref)) process.kill(ref.pid, signal);
  } catch {
    // ended between the question and the signal
  }
}
