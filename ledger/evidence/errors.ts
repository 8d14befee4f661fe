/** What can be wrong with evidence, for whoever puts or opens it. */

export type RefusalOfFile =
  /** There is nothing in it. */
  | 'empty'
  | 'tooLarge'
  /** The extension is none of those that are taken. */
  | 'type'
  /** The content is not what the extension says. */
  | 'content';

/** Thrown by `put`: the file itself is not to be kept. Putting it again does not help. */
export class EvidenceRefused extends Error {
  override readonly name = 'EvidenceRefused';
  readonly why: RefusalOfFile;
  readonly file: string;
  /** Bytes that a file may have. */
  readonly limit: number;

  constructor(why: RefusalOfFile, file: string, limit: number) {
    super(`${file} is not taken as evidence: ${why}`);
    this.why = why;
    this.file = file;
    this.limit = limit;
  }
}

/** Thrown by `open`: there is no file of this content. */
export class EvidenceMissing extends Error {
  override readonly name = 'EvidenceMissing';
  readonly sha256: string;

  constructor(sha256: string) {
    super(`there is no evidence ${sha256}`);
    this.sha256 = sha256;
  }
}

/** Thrown when the place itself fails: a full disk, no permission. Trying again helps once that is put right. */
export class EvidenceStoreFailed extends Error {
  override readonly name = 'EvidenceStoreFailed';
  readonly place: string;
  /** The system's, e.g. `ENOSPC`; empty where it has none. */
  readonly code: string;

  constructor(place: string, cause: unknown) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    super(`evidence in ${place} cannot be used: ${message}`, { cause });
    this.place = place;
    this.code = code;
  }
}
