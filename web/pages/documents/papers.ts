/** A rectification as its documents see it: its record at a line of the journal, what its author adds, what was issued. */
import type { RectificationRecord } from '../../../documents';
import {
  madeWithIn,
  noAuthorsPart,
  readAuthorsPart,
  type AuthorsPart,
} from '../../../documents/record';
import type { AuthorPartRow, ChainLine, DocumentRow } from '../../../ledger';
import type { At } from '../../desk/desk';
import { recordAt } from '../../desk/record-at';
import type { WebDeps } from '../../web-env';

type Deps = Pick<WebDeps, 'ledger' | 'now'>;

export interface Papers {
  readonly record: RectificationRecord;
  readonly author: AuthorsPart;
  /** Who wrote it last, and when; null: nobody here. */
  readonly written: AuthorPartRow | null;
  readonly issued: readonly DocumentRow[];
  readonly lines: readonly ChainLine[];
}

/** @param at where what was looked at was made from; null: now. @returns null where nothing is recorded yet */
export async function papersOf(
  { ledger, now }: Deps,
  id: string,
  at: At | null,
): Promise<Papers | null> {
  const [all, written, issued] = [
    await ledger.readRectification(id),
    await ledger.authorPart(id),
    await ledger.documents(id),
  ];
  const author = authorOf(written, issued);
  const record = recordAt(all, { id, at, now: now(), author });
  return record === null ? null : { record, author, written, issued, lines: all };
}

export async function authorsPartOf({ ledger }: Pick<Deps, 'ledger'>, id: string) {
  return authorOf(await ledger.authorPart(id), await ledger.documents(id));
}

/** What was written last; else what the last document was issued with: also where only the record was carried over. */
function authorOf(written: AuthorPartRow | null, issued: readonly DocumentRow[]): AuthorsPart {
  if (written !== null) return readAuthorsPart(written.content, '');
  const last = issued.find(({ made_with: madeWith }) => madeWith !== null);
  return last === undefined ? noAuthorsPart : madeWithIn(last.made_with).author;
}

/** Social replies, as they were recorded. */
export function repliesIn(
  lines: readonly ChainLine[],
): readonly { readonly at: string; readonly from: string; readonly text: string }[] {
  return lines.flatMap(({ line }) => {
    if (line['kind'] !== 'accepted' || line['event'] !== 'reply') return [];
    const { from, text } = line['fields'] as Readonly<Record<string, unknown>>;
    return [{ at: String(line['at']), from: String(from), text: String(text) }];
  });
}
