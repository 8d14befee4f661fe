/** The desk's threads: some at most, a task at a time each. One that has nothing to do for a while ends. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { inTurn } from './in-turn';
import { importError, type Answer, type Task } from './task';

/** Thrown when a task takes more time or memory than there is for one; its thread is gone then, and nothing else. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/** Gives what the task gives. @throws ImportError, TooMuch, and what else failed in the thread */
export type Ask = (task: Task, seconds: number) => Promise<unknown>;

const atOnce = 2;
/** Ms; what a thread has loaded takes tens of megabytes. */
const idleFor = 120_000;

/** `megabytes`: for the objects of one thread. */
export function threads(megabytes: number): Ask {
  const turn = inTurn(atOnce);
  const idle: Worker[] = [];
  return (task, seconds) =>
    turn(async () => {
      const thread = idle.pop() ?? started(megabytes, idle);
      thread.ref();
      const answer = await answerOf(thread, task, seconds);
      rest(thread, idle);
      if (answer.kind === 'refused') throw importError(answer.error);
      return answer.result;
    });
}

function started(megabytes: number, idle: Worker[]): Worker {
  const thread = new Worker(threadFile(), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  // Without a listener an error of an idle thread would end the whole process.
  thread.on('error', () => undefined);
  thread.once('exit', () => {
    const at = idle.indexOf(thread);
    if (at >= 0) idle.splice(at, 1);
  });
  return thread;
}

async function answerOf(thread: Worker, task: Task, seconds: number): Promise<Answer> {
  const over = new AbortController();
  const timer = setTimeout(() => void thread.terminate(), seconds * 1000);
  thread.postMessage(task);
  try {
    const answered = once(thread, 'message', over) as Promise<[Answer]>;
    const ended = once(thread, 'exit', over).then(() => {
      throw new TooMuch(`not done within ${seconds} seconds`);
    });
    const [answer] = await Promise.race([answered, ended]);
    return answer;
  } catch (error) {
    const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
    throw isMemory ? new TooMuch('more memory than there is for a task') : error;
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}

/** It does not keep the process from ending. */
function rest(thread: Worker, idle: Worker[]): void {
  thread.unref();
  idle.push(thread);
  setTimeout(() => {
    if (idle.includes(thread)) void thread.terminate();
  }, idleFor).unref();
}

/** Compiled, also where its source is run: a thread takes no TypeScript. */
function threadFile(): string {
  const beside = join(__dirname, 'desk-thread.js');
  return existsSync(beside) ? beside : join(__dirname, '../../dist/web/desk/desk-thread.js');
}
