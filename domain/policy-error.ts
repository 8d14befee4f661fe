/** The error for a policy that cannot be used, with every mistake and its line. */
import type { Mistake } from './yaml-document';

/** Thrown by `readPolicy` when the file is no policy, or one that makes no sense; its message is for people. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  /** The file, as the caller named it. */
  readonly file: string;
  readonly mistakes: readonly Mistake[];

  constructor(file: string, mistakes: readonly Mistake[]) {
    super([`整改规则 ${file} 有${mistakes.length}处错误：`, ...mistakes.map(inWords)].join('\n'));
    this.file = file;
    this.mistakes = mistakes;
  }
}

function inWords({ line, path, message }: Mistake): string {
  return `  第${line}行${path === '' ? '' : ` ${path}`}：${message}`;
}
