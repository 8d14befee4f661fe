// A document that was issued: what must be noted of it, so that the very same bytes can be made again from the journal.
import { createHash } from 'node:crypto';
import { documentsOut, type DocumentName } from '../export/documents';
import type { RectificationRecord } from '../export/record';
import { noAuthorsPart, readAuthorsPart, type AuthorsPart } from './authors-part';
import type { RecordLine } from './line';
import { recordOf } from './record-of';

/** Beside the journal. */
export interface MadeWith {
  readonly author: AuthorsPart;
  /** Null: all that the document is about. */
  readonly problems: readonly number[] | null;
}

/** As the ledger notes it. */
export interface IssuedDocument {
  readonly rectification: string;
  readonly name: string;
  readonly sha256: string;
  readonly as_of: string;
  readonly lines: number;
  readonly head: string;
  readonly made_with: string | null;
}

export function issuedDocument(
  name: DocumentName,
  made: Uint8Array,
  { id, asOf, journal }: RectificationRecord,
  madeWith: MadeWith,
): IssuedDocument {
  return {
    ...{ rectification: id, name, sha256: sha256Of(made), as_of: asOf },
    ...{ lines: journal.lines, head: journal.hash, made_with: JSON.stringify(madeWith) },
  };
}

/** What a noted document was made with; nothing where nobody noted it. */
export function madeWithIn(text: string | null): MadeWith {
  if (text === null) return { author: noAuthorsPart, problems: null };
  const { author, problems } = JSON.parse(text) as MadeWith;
  return { author: readAuthorsPart(JSON.stringify(author), ''), problems };
}

export interface Again {
  readonly record: RectificationRecord;
  readonly bytes: Uint8Array;
}

/**
 * The document that was issued, made again from the lines of that time.
 * @param lines all lines of the rectification, also later ones
 * @returns null where it would not be the same: another version made it, or nobody noted what it was made with
 */
export async function madeAgain(
  issued: IssuedDocument & { readonly name: DocumentName },
  lines: readonly RecordLine[],
  stageWord: (stage: string) => string,
): Promise<Again | null> {
  const { author, problems } = madeWithIn(issued.made_with);
  const record = recordOf({
    ...{ id: issued.rectification, asOf: issued.as_of, author, stageWord },
    lines: lines.filter(({ ordinal }) => ordinal <= issued.lines),
  });
  if (record === null) return null;
  const bytes = await documentsOut[issued.name].make(record, problems);
  return sha256Of(bytes) === issued.sha256 ? { record, bytes } : null;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
