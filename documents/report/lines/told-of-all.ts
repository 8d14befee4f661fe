// A status told of all problems before it on a line of its own: 以上问题均已整改到位。
import type { Line } from './lines';
import type { ImportedStatus } from '../../imported-feedback';
import { statusOf } from '../../vocabulary/status-words';

export interface StatusOfAll {
  /** It speaks of the problems that stand before this line and after the one before it that does. */
  readonly line: number;
  readonly status: ImportedStatus;
}

export interface ToldOfAll {
  /** Without those lines: they would be read as words of the problem they happen to stand behind. */
  readonly lines: readonly Line[];
  readonly ofAll: readonly StatusOfAll[];
}

const statement =
  /^(?:截[至止]目前，?|目前，?)?(?:以上|上述)(?:[\d一二三四五六七八九十]{1,4}[个项条])?(?:反馈|整改|巡[察视])?(?:的)?(?:问题|任务|事项)(?:现|目前)?([^。；;]{2,20})[。！]?$/;

export function toldOfAll(lines: readonly Line[]): ToldOfAll {
  const ofAll = lines.flatMap(({ number, text }) => {
    const status = statusOf(statement.exec(text.trim())?.[1] ?? '');
    return status === null ? [] : [{ line: number, status }];
  });
  const told = new Set(ofAll.map(({ line }) => line));
  return { lines: lines.filter(({ number }) => !told.has(number)), ofAll };
}
