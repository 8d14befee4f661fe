// What importing throws when a file cannot be taken in: why, where, and what to do about it.
// It is never thrown for a slip the importer can live with; those are warnings.

export type ImportErrorCode =
  | 'file-empty'
  | 'file-too-large'
  | 'file-binary'
  | 'file-damaged'
  | 'file-encrypted'
  | 'format-not-supported'
  | 'no-problems-found'
  | 'syntax-invalid'
  | 'field-invalid'
  | 'field-missing';

export interface ImportErrorPlace {
  readonly line?: number | undefined;
  readonly field?: string | undefined;
}

/** The message is Chinese and complete: place, cause and remedy. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: ImportErrorCode;
  readonly line: number | null;
  readonly field: string | null;

  constructor(code: ImportErrorCode, message: string, place: ImportErrorPlace = {}) {
    super(message);
    this.code = code;
    this.line = place.line ?? null;
    this.field = place.field ?? null;
  }
}
