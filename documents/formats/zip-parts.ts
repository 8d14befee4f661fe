// The seam between an office file and its reader: parts by name, already guarded, already text.

export interface ZipParts {
  readonly has: (name: string) => boolean;
  /** A part as text; null when it is not there. */
  readonly text: (name: string) => string | null;
}
