/** The store of the embedded server: where each thing lies in it, and that it is one this version can use. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliFailure } from '../command';
import { writeWhole } from './write-whole';

/** Raised when an older version could no longer read what is written. */
const storeVersion = 1;

export interface StoreFolder {
  readonly path: string;
  readonly database: string;
  readonly journal: string;
  /** The embedded database of the ledger. */
  readonly ledger: string;
  readonly outbox: string;
  /** What email has sent. */
  readonly sent: string;
  readonly lock: string;
  /** The dev server's process, so that one that outlived us is found again. */
  readonly server: string;
  readonly serverLog: string;
  readonly workerLog: string;
  readonly pagesLog: string;
  readonly ports: string;
  /** Whether the sample was received here. */
  readonly sample: string;
}

/**
 * Makes the folder where it is missing.
 *
 * @throws CliFailure when it cannot be written, or was made by a newer version
 */
export function openStore(path: string): StoreFolder {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
    checkVersion(path);
  } catch (error) {
    throw error instanceof CliFailure ? error : notWritable(path, error);
  }
  return placesIn(path);
}

function placesIn(path: string): StoreFolder {
  const at = (name: string): string => join(path, name);
  return {
    path,
    database: at('temporal.db'),
    journal: at('journal'),
    ledger: at('ledger'),
    outbox: at('outbox'),
    sent: at('sent'),
    lock: at('lock'),
    server: at('server.json'),
    serverLog: at('server.log'),
    workerLog: at('worker.log'),
    pagesLog: at('pages.log'),
    ports: at('ports.json'),
    sample: at('sample.json'),
  };
}

function checkVersion(path: string): void {
  const file = join(path, 'version');
  if (!existsSync(file)) return writeWhole(file, `${storeVersion}\n`);
  const found = Number(readFileSync(file, 'utf8'));
  if (Number.isInteger(found) && found <= storeVersion) return;
  throw new CliFailure(
    `数据目录 ${path} 由更新的版本建立（格式 ${found}，本版本只认到 ${storeVersion}）。请升级 zhenggai，或用 ZHENGGAI_HOME 另指一个目录。`,
  );
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '所在磁盘是只读的',
  ENOSPC: '磁盘已满',
  ENOTDIR: '路径中有一段是文件而不是目录',
  EEXIST: '同名的文件已经存在',
};

function notWritable(path: string, error: unknown): CliFailure {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reason = reasons[code] ?? message;
  return new CliFailure(
    `数据目录 ${path} 不能使用：${reason}。请改正，或用 ZHENGGAI_HOME 另指一个可写的目录。`,
  );
}
