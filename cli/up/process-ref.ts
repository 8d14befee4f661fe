/** A process that outlives whoever wrote it down: its number may be given to another, so its start is kept too. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessRef {
  readonly pid: number;
  /** When it started, in the system's own words; null where the system does not say. */
  readonly mark: string | null;
}

export function refOf(pid: number): ProcessRef {
  return { pid, mark: markOf(pid) };
}

/** True while that very process runs; a zombie does not. */
export function isRunning({ pid, mark }: ProcessRef): boolean {
  if (!answers(pid)) return false;
  const now = markOf(pid);
  return now === null ? process.platform === 'win32' : mark === null || mark === now;
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function markOf(pid: number): string | null {
  if (process.platform === 'win32') return null;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** The start in clock ticks since boot: what comes after the name, which may itself hold spaces and brackets. */
function fromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function fromPs(pid: number): string | null {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return started.trim() === '' ? null : started.trim();
  } catch {
    return null;
  }
}
