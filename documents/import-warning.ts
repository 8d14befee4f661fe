// A slip the import survived: where it stands and what was made of it.

export interface ImportWarning {
  /** 1-based line of the file as delivered; null where no single line is at fault. */
  readonly line: number | null;
  /** kebab-case, stable: tests and pages tell warnings apart by it. */
  readonly code: string;
  readonly message: string;
}

/** `what` is the message without its place, which is put before it. */
export function warningAt(line: number | null, code: string, what: string): ImportWarning {
  return { line, code, message: line === null ? what : `第${line}行：${what}` };
}

/** In the order of the document; what has no line comes last. Stable for equal lines. */
export function inLineOrder(warnings: readonly ImportWarning[]): readonly ImportWarning[] {
  const place = (warning: ImportWarning) => warning.line ?? Number.MAX_SAFE_INTEGER;
  return [...warnings].sort((a, b) => place(a) - place(b));
}

/** Those that no question repeats. */
export function notAskedAbout({
  warnings,
  questions,
}: {
  readonly warnings: readonly ImportWarning[];
  readonly questions: readonly { readonly why: string }[];
}): readonly ImportWarning[] {
  const asked = new Set(questions.map(({ why }) => why));
  return warnings.filter(({ message }) => !asked.has(message.replace(/^第\d+行：/, '')));
}
