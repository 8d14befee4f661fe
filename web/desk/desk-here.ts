/** The desk in the thread that asks: what the desk's own thread does, and what a test takes. */
import { importFeedback, templateWorkbook, type RectificationRecord } from '../../documents';
import { documentsOut } from '../../documents/export/documents';
import { madeAgain } from '../../documents/record';
import type { Ledger } from '../../ledger';
import type { Asked, Desk, Written } from './desk';
import { recordAt } from './record-at';
import { stageWord } from './stage-word';

type Record = Pick<Ledger, 'readRectification' | 'problems'>;

export function deskHere(ledger: Record): Desk {
  return {
    read: ({ bytes, name }) => promised(() => JSON.stringify(importFeedback(bytes, name))),
    form: (people) => templateWorkbook(people),
    write: (asked) => written(ledger, asked),
    again: async (issued) => {
      const lines = await ledger.readRectification(issued.rectification);
      return (await madeAgain(issued, lines, stageWord))?.bytes ?? null;
    },
  };
}

async function written(ledger: Record, asked: Asked): Promise<Written | null> {
  const { name, id, problems } = asked;
  const record = recordAt(await ledger.readRectification(id), asked);
  if (record === null) return null;
  const about = await narrowed(ledger, record, asked);
  return { bytes: await documentsOut[name].make(about, problems), asOf: record.asOf };
}

async function narrowed(ledger: Record, record: RectificationRecord, { only }: Asked) {
  if (only === null) return record;
  const shown = new Set((await ledger.problems(only)).map(({ seq }) => seq));
  return { ...record, problems: record.problems.filter(({ seq }) => shown.has(seq)) };
}

async function promised<Result>(work: () => Result): Promise<Result> {
  return Promise.resolve().then(work);
}
