/** How long this thread has worked. */
import { readFileSync } from 'node:fs';

/**
 * Processor seconds of this thread, where the system tells (Linux), else of the process: threads that other test files have left
 * in it work too.
 */
export function threadSeconds(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e9;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }
}
