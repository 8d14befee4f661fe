// Problems and what was done about them, listed side by side: 存在问题：1.…；2.… over 整改情况：1.…。2.… with as many items.
// They become lines as elsewhere: 1.… over 整改情况：…, each with the number of the line it came from.
import { withPlainDigits } from '../../vocabulary/half-width';
import { labelAtStart } from '../../vocabulary/labels';
import type { Line } from './lines';

export function withoutPairedLists(lines: readonly Line[]): readonly Line[] {
  const pairs = lines.map((line, index) => pairAt(line, lines[index + 1]));
  if (!pairs.some((pair) => pair !== null && pair.findings.length > 1)) return lines;
  return lines.flatMap((line, index) => {
    const pair = pairs[index] ?? null;
    if (pair !== null) return told(pair);
    return (pairs[index - 1] ?? null) === null ? [line] : [];
  });
}

interface Pair {
  readonly findings: readonly string[];
  readonly remedies: readonly string[];
  /** 整改情况： as printed. */
  readonly label: string;
  readonly at: readonly [finding: number, remedy: number];
}

function pairAt(line: Line, next: Line | undefined): Pair | null {
  const finding = labelAtStart(line.text);
  const remedy = next === undefined ? null : labelAtStart(next.text);
  if (next === undefined || finding?.kind !== 'finding' || remedy?.kind !== 'remedy') return null;
  const findings = itemsIn(line.text.slice(finding.end));
  const remedies = itemsIn(next.text.slice(remedy.end));
  if (findings.length === 0 || findings.length !== remedies.length) return null;
  const label = next.text.slice(0, remedy.end);
  return { findings, remedies, label, at: [line.number, next.number] };
}

function told({ findings, remedies, label, at: [finding, remedy] }: Pair): readonly Line[] {
  return findings.flatMap((text, index) => [
    { number: finding, text: `${index + 1}.${text}` },
    { number: remedy, text: `${label}${remedies[index] ?? ''}` },
  ]);
}

const mark = /(?<=^|[。；;，, ])(\d{1,2})[.．、](?!\d) ?/g;

/** What stands behind 1. 2. 3. …; nothing where the text does not begin with 1. and count up. */
function itemsIn(text: string): readonly string[] {
  const marks = [...withPlainDigits(text).matchAll(mark)];
  const counts = marks.every((found, index) => Number(found[1]) === index + 1);
  if (marks[0]?.index !== 0 || !counts) return [];
  return marks.map((found, index) =>
    text
      .slice(found.index + found[0].length, marks[index + 1]?.index)
      .replace(/[；;，,\s]+$/, '')
      .trim(),
  );
}
