/** Where files are read and written, away from whoever serves pages: a large one takes seconds. */
import type { DocumentName } from '../../documents/export/documents';
import type { AuthorsPart } from '../../documents/record';
import type { Person } from '../../domain/people';
import type { DocumentRow, ProblemFilter } from '../../ledger';

export interface Desk {
  /**
   * The feedback in a file of people, as JSON: whoever keeps it need not look into it.
   *
   * @throws ImportError where it cannot be taken in, in time and in the memory there is
   */
  readonly read: (file: FileIn) => Promise<string>;
  /** The empty form for a list of problems. */
  readonly form: (people: readonly Person[]) => Promise<Uint8Array>;
  /** Null where nothing is recorded. */
  readonly write: (asked: Asked) => Promise<Written | null>;
  /** Null where it would not be the same. */
  readonly again: (issued: Issued) => Promise<Uint8Array | null>;
}

export interface FileIn {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A place in the journal, and the day of it. */
export interface At {
  readonly lines: number;
  readonly day: string;
}

export interface Asked {
  readonly name: DocumentName;
  /** The rectification. */
  readonly id: string;
  /** Null: all lines, today. */
  readonly at: At | null;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly author: AuthorsPart;
  /** Of a document that is made by problem; null: all that it is about. */
  readonly problems: readonly number[] | null;
  /** Which problems of the rectification it is about; null: all. */
  readonly only: ProblemFilter | null;
}

export interface Written {
  readonly bytes: Uint8Array;
  /** The day it is made of. */
  readonly asOf: string;
}

export type Issued = DocumentRow & { readonly name: DocumentName };
