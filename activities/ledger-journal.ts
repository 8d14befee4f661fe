/**
 * A journal in the ledger, with the worker's own files as its spool: what is recorded is in both. A ledger that is new, or was
 * restored from an older copy, is brought up to date from the files when the next line of a workflow comes.
 */
import { JournalGap, type Ledger } from '../ledger';
import type { Journal } from './journal';

export function createLedgerJournal(
  files: Journal,
  ledger: Pick<Ledger, 'append' | 'read'>,
): Journal {
  return {
    append: async (workflow, lines) => {
      await files.append(workflow, lines);
      try {
        await ledger.append(workflow, lines);
      } catch (error) {
        if (!(error instanceof JournalGap)) throw error;
        await ledger.append(workflow, await files.read(workflow));
      }
    },
    read: (workflow) => ledger.read(workflow),
  };
}
