/** What is sent to the desk's thread and what comes back: plain data. */
import { ImportError, type ImportErrorCode } from '../../documents/import-error';
import type { Person } from '../../domain/people';
import type { Asked, FileIn, Issued } from './desk';

export type Task =
  | { readonly kind: 'read'; readonly file: FileIn }
  | { readonly kind: 'form'; readonly people: readonly Person[] }
  | { readonly kind: 'write'; readonly asked: Asked; readonly url: string }
  | { readonly kind: 'again'; readonly issued: Issued; readonly url: string };

export type Answer =
  | { readonly kind: 'done'; readonly result: unknown }
  /** A file that cannot be taken in: its error as data, for a class does not come through. */
  | { readonly kind: 'refused'; readonly error: RefusedFile };

interface RefusedFile {
  readonly code: ImportErrorCode;
  readonly message: string;
  readonly line: number | null;
  readonly field: string | null;
}

export function refusedFile({ code, message, line, field }: ImportError): Answer {
  return { kind: 'refused', error: { code, message, line, field } };
}

export function importError({ code, message, line, field }: RefusedFile): ImportError {
  return new ImportError(code, message, { line: line ?? undefined, field: field ?? undefined });
}
