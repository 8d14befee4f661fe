/** Notes refused commands in the ledger, where one is open; where none answers at once they wait in the store. */
import { existsSync } from 'node:fs';
import type { RefusedCommand } from '../client';
import type { Ledger, Refusal } from '../ledger';
import type { CliContext } from './command';
import { ledgerPart } from './late';
import { databaseUrl } from './open-ledger';
import { whyWords } from './refusal-words';
import { readRunning, storeOf } from './store';
import { keepWaiting, tellWaiting } from './waiting-refusals';

export interface RefusalNotes {
  readonly note: (refused: RefusedCommand) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A ledger that does not answer within this, ms, is not asked again by the same command. */
const answersWithin = 2000;

export function refusalNotes(context: Pick<CliContext, 'env' | 'cwd'>): RefusalNotes {
  const store = storeOf(context);
  let opening: Promise<Ledger | null> | null = null;
  let isAway = false;
  const tell = async (refusal: Refusal): Promise<boolean> => {
    if (isAway) return false;
    opening ??= opened(context, store);
    const ledger = await opening;
    if (ledger === null) return false;
    await ledger.refusals.note([refusal]);
    await tellWaiting(store, ledger);
    return true;
  };
  return {
    note: async (refused) => {
      const refusal = refusalOf(refused);
      const isTold = await tell(refusal).catch(() => false);
      isAway = !isTold;
      // Nobody's store is made for this: without one, and without a ledger, there is no record to be kept.
      if (!isTold && existsSync(store)) keepWaiting(store, refusal);
    },
    close: async () => (await opening)?.close(),
  };
}

/** The ledger of DATABASE_URL, else the one that `up` has open. The store's own is not opened for this: that takes too long. */
async function opened({ env }: Pick<CliContext, 'env'>, store: string): Promise<Ledger | null> {
  const url = databaseUrl(env) ?? readRunning(store)?.ledger ?? null;
  if (url === null) return null;
  return ledgerPart()
    .openLedger(url, { withinMs: answersWithin })
    .catch(() => null);
}

export function refusalOf(refused: RefusedCommand): Refusal {
  const { workflow, commandId: command, at, event, fields, by, refused: answer } = refused;
  // What is too large for a command is too large to be noted.
  const isTooLarge = answer.why.some(({ code }) => code === 'tooLarge');
  return {
    ...{ workflow, command, at, event, by },
    fields: isTooLarge ? null : fields,
    reason: whyWords(answer),
  };
}
