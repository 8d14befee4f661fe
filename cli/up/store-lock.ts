/** One `up` a store: two servers on one database would destroy it. Left behind by a killed process, it is taken over. */
import { linkSync, renameSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { CliFailure } from '../command';
import { isRunning, refOf, type ProcessRef } from './process-ref';
import { readJson, removeFile } from './write-whole';

/**
 * @returns what gives the lock back
 * @throws CliFailure when another `up` holds it
 */
export function lockStore(file: string, store: string): () => void {
  const mine = refOf(process.pid);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (take(file, mine)) return () => release(file, mine);
    const holder = readJson<ProcessRef>(file);
    if (holder !== null && runs(holder)) throw alreadyUp(store, holder.pid);
    setAside(file, holder);
  }
  throw alreadyUp(store, undefined);
}

/** Linking fails where the name exists: only one of two comes through, with the content already in place. */
function take(file: string, mine: ProcessRef): boolean {
  const draft = `${file}.${randomUUID()}.tmp`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    removeFile(draft);
  }
}

/** Takes away the lock of a dead process; should it be a rival's fresh one by now, puts it back. */
function setAside(file: string, dead: Partial<ProcessRef> | null): void {
  const aside = `${file}.${randomUUID()}.old`;
  try {
    renameSync(file, aside);
  } catch {
    return; // somebody else was quicker
  }
  const taken = readJson<ProcessRef>(aside);
  if (taken?.pid === dead?.pid) removeFile(aside);
  else renameSync(aside, file);
}

function release(file: string, mine: ProcessRef): void {
  if (readJson<ProcessRef>(file)?.pid === mine.pid) removeFile(file);
}

function runs({ pid, mark = null }: Partial<ProcessRef>): boolean {
  return pid !== undefined && isRunning({ pid, mark });
}

function alreadyUp(store: string, pid: number | undefined): CliFailure {
  const who = pid === undefined ? '' : `（进程 ${pid}）`;
  return new CliFailure(
    `数据目录 ${store} 正由另一个 zhenggai up 使用${who}。直接使用它即可（npx zhenggai list）；要重新启动，请先在它的窗口按 Ctrl-C；要另起一套，请用 ZHENGGAI_HOME 指定别的目录。`,
  );
}
