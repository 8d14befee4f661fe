/** The error for a list of people that cannot be used, with every mistake and its line. */
import type { Mistake } from './yaml-document';

/** Thrown by `readPeople` when the file is no list of people; its message is for people, a line a mistake. */
export class PeopleError extends Error {
  override readonly name = 'PeopleError';
  /** The file, as the caller named it. */
  readonly file: string;
  readonly mistakes: readonly Mistake[];

  constructor(file: string, mistakes: readonly Mistake[]) {
    super([`人员名单 ${file} 有${mistakes.length}处错误：`, ...mistakes.map(inWords)].join('\n'));
    this.file = file;
    this.mistakes = mistakes;
  }
}

function inWords({ line, path, message }: Mistake): string {
  return `  第${line}行${path === '' ? '' : ` ${path}`}：${message}`;
}
