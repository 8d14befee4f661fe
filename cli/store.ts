/** The folder in which the embedded server keeps its things, and what it leaves there for other commands to find it. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CliContext } from './command';

/** What `up` writes while it runs, and other commands read. */
export interface Running {
  /** `host:port` of the Temporal server. */
  readonly address: string;
  readonly namespace: string;
  readonly uiAddress: string | null;
  /** The ledger's database. */
  readonly ledger: string | null;
  /** How it keeps its contents from other eyes; never a key. */
  readonly privacy: RunningPrivacy;
}

export interface RunningPrivacy {
  /** What ENCRYPTION_KEYS was when `up` started: not set, a file, or the keys themselves. */
  readonly encryption: 'off' | 'file' | 'variable';
  readonly keyFile: string | null;
  readonly hiddenAttributes: readonly string[];
}

const openly: RunningPrivacy = { encryption: 'off', keyFile: null, hiddenAttributes: [] };

/** `ZHENGGAI_HOME`, else `.zhenggai` under the current folder; absolute. */
export function storeOf({ env, cwd }: Pick<CliContext, 'env' | 'cwd'>): string {
  const home = env['ZHENGGAI_HOME'] ?? '';
  return resolve(cwd, home === '' ? '.zhenggai' : home);
}

export function runningFile(store: string): string {
  return join(store, 'running.json');
}

/** Null when there is no such file or it cannot be read. Whether the server still answers is another question. */
export function readRunning(store: string): Running | null {
  try {
    const read = JSON.parse(readFileSync(runningFile(store), 'utf8')) as Partial<Running> | null;
    if (typeof read?.address !== 'string') return null;
    const { namespace = 'default', uiAddress = null, ledger = null, privacy = openly } = read;
    return { address: read.address, namespace, uiAddress, ledger, privacy };
  } catch {
    return null;
  }
}
