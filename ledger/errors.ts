/** What can be wrong with a record, for whoever opens or writes it. */

/** A newer version has changed the tables: this one must not write them. */
export class LedgerTooNew extends Error {
  readonly unknown: readonly string[];

  /** @param unknown the migrations that this version does not have */
  constructor(unknown: readonly string[]) {
    super(
      `the ledger was changed by a newer version (${unknown.join(', ')}): use that version, or another database`,
    );
    this.name = 'LedgerTooNew';
    this.unknown = unknown;
  }
}

/** Lines that do not follow the last one kept: something before them is missing. Nothing of the recording is kept. */
export class JournalGap extends Error {
  constructor(workflow: string, last: number, next: number) {
    super(`the ledger has lines of ${workflow} up to ${last}, and was given ${next}`);
    this.name = 'JournalGap';
  }
}
