/** 数据核对: lines that somebody else has, held against what the ledger keeps. Pure. */
import { canonical } from '../chain';
import type { RecordedLine } from '../recording';

/** Lines in order, and how many came before them. */
export interface Portion {
  readonly after: number;
  readonly lines: readonly RecordedLine[];
}

/** Sequence numbers, both ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What the ledger has of one workflow: the texts of lines in the portion's range, and its last line. */
export interface KeptLines {
  readonly last: number;
  readonly texts: ReadonlyMap<number, string>;
}

export interface Judged {
  /** They follow the ledger's last line. */
  readonly missing: readonly RecordedLine[];
  /** The ledger has them otherwise, or has lost them. */
  readonly differing: readonly number[];
  /** What lies between the ledger's last line and these. */
  readonly gap: Range | null;
  /** The last line that this portion has or knows of. */
  readonly last: number;
}

/**
 * @param reached how far the record has come, with what would have been written where nothing is; the same as `kept.last` else
 * @param upTo lines after this one are somebody else's to give
 */
export function judge(
  { after, lines }: Portion,
  kept: KeptLines,
  reached: number = kept.last,
  upTo = Infinity,
): Judged {
  const differing = lines
    .filter(({ sequence }) => sequence <= kept.last)
    .filter((line) => kept.texts.get(line.sequence) !== canonical(line));
  const fresh = lines.filter(({ sequence }) => sequence > reached && sequence <= upTo);
  const cut = fresh.findIndex(({ sequence }, index) => sequence !== reached + 1 + index);
  const missing = cut === -1 ? fresh : fresh.slice(0, cut);
  const next = cut === -1 ? null : (fresh[cut]?.sequence ?? null);
  return {
    missing,
    differing: differing.map(({ sequence }) => sequence),
    gap: gapBefore(next === null ? after : next - 1, reached + missing.length),
    last: Math.max(after, lines.at(-1)?.sequence ?? 0),
  };
}

function gapBefore(before: number, reached: number): Range | null {
  return before > reached ? { from: reached + 1, to: before } : null;
}
