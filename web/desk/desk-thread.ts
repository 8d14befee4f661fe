/** A thread of the desk, loaded by threads.ts: answers a task, and waits for the next. */
import { parentPort } from 'node:worker_threads';
import { ImportError } from '../../documents/import-error';
import { assertNever } from '../../domain/assert-never';
import { openLedger } from '../../ledger';
import { deskHere } from './desk-here';
import type { Desk } from './desk';
import { refusedFile, type Answer, type Task } from './task';

async function answered(task: Task): Promise<Answer> {
  try {
    return { kind: 'done', result: await done(task) };
  } catch (error) {
    if (error instanceof ImportError) return refusedFile(error);
    throw error;
  }
}

function done(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'read':
      return deskHere(noLedger).read(task.file);
    case 'form':
      return deskHere(noLedger).form(task.people);
    case 'write':
      return withDesk(task.url, (desk) => desk.write(task.asked));
    case 'again':
      return withDesk(task.url, (desk) => desk.again(task.issued));
    default:
      return assertNever(task);
  }
}

const notOpen = () => Promise.reject(new Error('a file alone needs no ledger'));
const noLedger = { readRectification: notOpen, problems: notOpen };

async function withDesk<Result>(url: string, work: (desk: Desk) => Promise<Result>) {
  const ledger = await openLedger(url);
  try {
    return await work(deskHere(ledger));
  } finally {
    await ledger.close();
  }
}

// What is no refusal is not caught: it ends the thread, and reaches whoever asked.
parentPort?.on('message', (task: Task) => {
  void answered(task).then((answer) => parentPort?.postMessage(answer));
});
