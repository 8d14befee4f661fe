// A problem's lines cut at their labels; a label alone on its line takes its value from the next.
import { labelsIn, type Label } from '../../vocabulary/labels';
import { ofMeasure } from './measure-terms';
import type { Line } from '../lines/lines';

export interface Piece {
  readonly label: Label | null;
  readonly text: string;
  readonly line: number;
}

/** `lines`: the heading first. */
export function piecesIn(lines: readonly Line[]): readonly Piece[] {
  const pieces = lines.flatMap((line, index) =>
    piecesOf(line, index === 0 ? 'heading' : 'paragraph'),
  );
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1];
    if (before !== undefined && takesNext(before) && piece.label === null) return [];
    const next = pieces[index + 1];
    return takesNext(piece) && next?.label === null
      ? [{ ...piece, text: next.text, line: next.line }]
      : [piece];
  });
}

/** 责任领导 alone on its line, as cells of a table become lines; what was done may run over many. */
function takesNext({ label, text }: Piece): boolean {
  return label !== null && text === '' && label.kind !== 'remedy' && label.kind !== 'about';
}

/** ②整改时限：…③责任领导：…: the number before the next label is no part of the value. */
function between(text: string, start: number, end: number | undefined): string {
  const value = text.slice(start, end ?? text.length).trim();
  return end === undefined ? value : value.replace(/(?:[①-⑳]|[（(]\d{1,2}[)）])$/, '').trim();
}

/** （一）整改时限：…: the number of a label. */
const numberAlone = /^[（(][一二三四五六七八九十\d]{1,3}[)）]$/;

function piecesOf(line: Line, place: 'heading' | 'paragraph'): readonly Piece[] {
  const labels = labelsIn(line.text, place).filter((label) => !ofMeasure(line.text, label));
  const first = line.text
    .slice(0, labels[0]?.start ?? line.text.length)
    .trim()
    .replace(numberAlone, '');
  const labelled = labels.map((label, index) => ({
    label,
    text: between(line.text, label.end, labels[index + 1]?.start),
    line: line.number,
  }));
  return first === '' ? labelled : [{ label: null, text: first, line: line.number }, ...labelled];
}
