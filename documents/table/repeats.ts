/** Titles that come twice, and printed numbers that repeat or skip. Nothing is dropped, all is asked about. */
import type { ImportedProblem } from '../imported-feedback';
import type { Doubt } from './doubt';
import type { ProblemRead } from './problem';
import { placeIn } from './spots';

type Asked = Doubt & { readonly seq: number };

interface Listed {
  readonly problems: readonly ImportedProblem[];
  readonly reads: readonly ProblemRead[];
}

export function repeats(listed: Listed): readonly Asked[] {
  return [...repeatedTitles(listed), ...numberSlips(listed)];
}

function repeatedTitles({ problems, reads }: Listed): readonly Asked[] {
  const first = new Map<string, ProblemRead>();
  return problems.flatMap(({ title, seq }, index) => {
    const read = reads[index];
    const before = first.get(bare(title));
    if (read === undefined) return [];
    if (before === undefined) first.set(bare(title), read);
    return before === undefined
      ? []
      : [{ seq, field: 'title', at: read.at, why: `与 ${before.at} 的问题文字相同，两个都已读入` }];
  });
}

function bare(title: string): string {
  return title.replace(/[\s。．.，,；;：:、]/g, '');
}

/** A number goes on by one, or begins again at 1; in another sheet or section it may begin anywhere. */
function numberSlips({ problems, reads }: Listed): readonly Asked[] {
  return problems.flatMap(({ number, seq }, index) => {
    const read = reads[index];
    const before = reads[index - 1];
    const last = problems[index - 1]?.number ?? null;
    if (read === undefined || before === undefined || number === null || last === null) return [];
    if (read.record.sheet !== before.record.sheet || number === 1 || number === last + 1) return [];
    const at = placeIn(read.record, 'number');
    if (number === last)
      return numberRepeated(read, before) ? [] : [ask(seq, at, `序号${number}重复`)];
    return [ask(seq, at, `序号由${last}跳到${number}，请核对是否有缺漏`)];
  });
}

/** One number over several findings, each a problem of its own, is no slip. */
function numberRepeated(read: ProblemRead, before: ProblemRead): boolean {
  const column = read.record.columns.of.get('number') ?? 0;
  const origin = ({ record }: ProblemRead) => record.rows[0]?.cells.get(column)?.origin.row;
  return read.record.titleFrom === 'finding' || origin(read) === origin(before);
}

function ask(seq: number, at: string, why: string): Asked {
  return { seq, field: 'number', at, why };
}
