// One problem's lines taken apart: its title, what was done, and the lines that state status, date and kind.
import { labelsIn, type Label, type LabelKind } from './labels';
import type { Line } from './lines';
import { linesOf, type OutlineNode } from './outline';
import { statusOf } from './status-words';
import { splitTitle } from './title';

export interface Field {
  readonly kind: LabelKind;
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

export interface ProblemText {
  readonly title: string;
  readonly line: number;
  /** Lines of the heading that had to be put together for the title. */
  readonly titleLines: number;
  /** Status words in brackets at the title: （已完成）. */
  readonly titleNote: string | null;
  /** What was done, paragraph by paragraph, labels taken away. */
  readonly remedy: readonly Line[];
  readonly fields: readonly Field[];
  readonly colonless: readonly Line[];
}

interface Piece {
  readonly label: Label | null;
  readonly text: string;
  readonly line: number;
}

export function problemText(node: OutlineNode): ProblemText {
  const lines = [
    { number: node.heading.number, text: node.head.rest },
    ...node.own,
    ...node.children.flatMap(linesOf),
  ];
  const pieces = lines.flatMap((line, index) =>
    piecesOf(line, index === 0 ? 'heading' : 'paragraph'),
  );
  const opening = pieces[0]?.label?.kind === 'finding' ? 1 : 0;
  const unlabelled = pieces.findIndex((piece, index) => piece.label !== null && index >= opening);
  const heading = pieces.slice(0, unlabelled < 0 ? pieces.length : Math.max(unlabelled, opening));
  const rest = pieces.slice(heading.length);
  const split = splitTitle(
    heading.map((piece) => ({ number: piece.line, text: piece.text })),
    rest[0]?.label?.kind ?? null,
  );
  const body = [
    ...split.rest.map((line) => ({ label: null, text: line.text, line: line.number })),
    ...rest,
  ];
  return {
    title: split.title,
    line: node.heading.number,
    titleLines: split.lines,
    titleNote: split.note,
    ...bodyOf(body),
    colonless: pieces
      .filter(({ label }) => label !== null && !label.colon)
      .map(({ line, label }) => ({ number: line, text: label?.name ?? '' })),
  };
}

function piecesOf(line: Line, place: 'heading' | 'paragraph'): readonly Piece[] {
  const labels = labelsIn(line.text, place);
  const first = line.text.slice(0, labels[0]?.start ?? line.text.length).trim();
  const labelled = labels.map((label, index) => ({
    label,
    text: line.text.slice(label.end, labels[index + 1]?.start ?? line.text.length).trim(),
    line: line.number,
  }));
  return first === '' ? labelled : [{ label: null, text: first, line: line.number }, ...labelled];
}

/** Text without a label belongs to what was labelled last, but never to a one-line field. */
function bodyOf(pieces: readonly Piece[]): {
  readonly remedy: readonly Line[];
  readonly fields: readonly Field[];
} {
  const remedy: Line[] = [];
  const fields: Field[] = [];
  let current = 'remedy' as LabelKind;
  for (const { label, text, line } of pieces) {
    current = label?.kind ?? (current === 'finding' || current === 'about' ? current : 'remedy');
    const isStatus = label?.kind === 'remedy' && statusOf(text) !== null;
    const asText = current === 'remedy' || (current === 'status' && text.length > longestField);
    if (label !== null && (isStatus || !asText))
      fields.push({ kind: isStatus ? 'status' : current, name: label.name, value: text, line });
    else if (asText && text !== '') remedy.push({ number: line, text });
  }
  return { remedy, fields };
}

const longestField = 60;
