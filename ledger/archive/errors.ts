/** What can be wrong with an archive, or with the ledger that it is to go into. */
import type { Fault } from '../verify';

export type RefusalOfArchive =
  /** It is none of ours. */
  | 'notArchive'
  /** It was changed, or cut off. */
  | 'damaged'
  /** A newer version wrote it. */
  | 'newer'
  /** A backup where a rectification was wanted, or the other way round. */
  | 'kind'
  /** Its lines do not give the heads that it says. */
  | 'chain';

/** Thrown before anything is touched, or with nothing kept: this archive is not taken. */
export class ArchiveRefused extends Error {
  override readonly name = 'ArchiveRefused';
  readonly why: RefusalOfArchive;
  readonly detail: string;

  constructor(why: RefusalOfArchive, detail: string) {
    super(`the archive is not taken: ${why} (${detail})`);
    this.why = why;
    this.detail = detail;
  }
}

/** Thrown when a ledger is to be restored where there is one already. Nothing was changed. */
export class LedgerNotEmpty extends Error {
  override readonly name = 'LedgerNotEmpty';
  /** Of all tables. */
  readonly rows: number;

  constructor(rows: number) {
    super(`the ledger is not empty: it has ${rows} rows`);
    this.rows = rows;
  }
}

/** Thrown when a rectification that is to be unpacked is there otherwise. Nothing was changed. */
export class RectificationDiffers extends Error {
  override readonly name = 'RectificationDiffers';
  /** The first line that differs. */
  readonly workflow: string;
  readonly sequence: number;

  constructor(workflow: string, sequence: number) {
    super(`the ledger has line ${sequence} of ${workflow} otherwise`);
    this.workflow = workflow;
    this.sequence = sequence;
  }
}

/** Thrown when a rectification cannot be packed. */
export class CannotPack extends Error {
  override readonly name = 'CannotPack';
  readonly rectification: string;
  /** What is wrong with its record; null where it has none. */
  readonly fault: Fault | null;

  constructor(rectification: string, fault: Fault | null) {
    super(`${rectification} cannot be packed: ${fault === null ? 'it has no lines' : fault.kind}`);
    this.rectification = rectification;
    this.fault = fault;
  }
}
