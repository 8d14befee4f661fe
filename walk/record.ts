/** The record behind the pages, read beside them: what a page says was done must stand in it. */
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { openLedger, type Ledger, type ProblemRow } from '../ledger';
import { roundOf, type Round } from '../web/rounds/rounds';
import { unit } from './invented/people';
import { seqOf, type Problem } from './invented/list';

/** What the journal must have got by an act. */
export interface Expected {
  readonly event: string;
  /** Ids of people. */
  readonly by: string;
  readonly recordedBy?: string;
}

export interface Record {
  /** Acts, and waits until the journal of that workflow has a new line that says so. */
  readonly notes: (workflow: string, line: Expected, act: () => Promise<void>) => Promise<void>;
  /** Waits until it is so. */
  readonly until: (what: string, isSo: () => Promise<boolean>, seconds?: number) => Promise<void>;
  readonly row: (problem: Problem) => Promise<ProblemRow>;
  readonly rows: () => Promise<readonly ProblemRow[]>;
  /** The rectification that the walk began; it is there once the list has been received. */
  readonly round: () => Promise<Round>;
  readonly workflow: (problem: Problem) => Promise<string>;
  readonly ledger: Ledger;
  readonly close: () => Promise<void>;
}

/** A recording may wait for the worker. */
const usualSeconds = 30;

export async function openRecord(url: string): Promise<Record> {
  const ledger = await openLedger(url);
  const round = async (): Promise<Round> => {
    const rows = await ledger.rectifications();
    const [newest] = rows
      .filter((row) => row.unit === unit)
      .sort((one, other) => (other.feedback_on ?? '').localeCompare(one.feedback_on ?? ''));
    if (newest === undefined) throw new Error(`${unit} has no rectification`);
    return roundOf(newest, new Date().toISOString(), 'zh');
  };
  const workflow = async (problem: Problem) => `problem/${(await round()).id}/${seqOf(problem)}`;
  const rows = async () => ledger.problems({ rectifications: [(await round()).id] });
  const row = async (problem: Problem): Promise<ProblemRow> => {
    const [found] = await ledger.problems({ workflows: [await workflow(problem)] });
    if (found === undefined) throw new Error(`${problem} is not in the record`);
    return found;
  };
  return {
    ...{ round, workflow, rows, row, ledger, until, close: ledger.close },
    notes: async (at, line, act) => {
      const before = (await ledger.read(at)).length;
      await act();
      await until(`${at} notes ${JSON.stringify(line)}`, async () => {
        const fresh = (await ledger.read(at)).slice(before);
        return fresh.some((each) => says(each, line));
      });
    },
  };
}

function says(line: { readonly [field: string]: unknown }, { event, by, recordedBy }: Expected) {
  const sender = (line['by'] ?? {}) as {
    readonly decidedBy?: string;
    readonly recordedBy?: string;
  };
  return (
    line['kind'] === 'accepted' &&
    isDeepStrictEqual(
      [line['event'], sender.decidedBy, sender.recordedBy],
      [event, by, recordedBy ?? by],
    )
  );
}

async function until(
  what: string,
  isSo: () => Promise<boolean>,
  seconds = usualSeconds,
): Promise<void> {
  const giveUp = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() > giveUp) throw new Error(`not within ${seconds} s: ${what}`);
    await pause(200);
  }
}
