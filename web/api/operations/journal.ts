/** 流转记录, a page at a time. */
import type { RecordedLine } from '../../../ledger';
import { readCursor } from '../cursor';
import type { Call } from '../operation';
import { pageAnswer, type Paging } from './paging';

export async function journalOf(call: Call, workflow: string): Promise<Response> {
  const { limit, cursor } = call.query as unknown as Paging;
  const [after] = readCursor(cursor, [0]) ?? [0];
  const lines = await call.deps.ledger.journal(workflow, { after, limit: limit + 1 });
  return pageAnswer(call, lines, limit, shown, ({ sequence }) => [sequence]);
}

/** Facts hold what is nobody's business here, such as where people are written to. */
function shown({ facts: _facts, ...line }: RecordedLine): object {
  return line;
}
