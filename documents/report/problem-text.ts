// One problem's lines taken apart: its title, what was done, and the lines that state status, date and kind.
import { labelsIn, type Label, type LabelKind } from './labels';
import type { Line } from './lines';
import { withoutNote } from './notes';
import { isPart, type OutlineNode } from './outline';
import { statusOf } from './status-words';
import { splitTitle } from './title';

export interface Field {
  readonly kind: LabelKind;
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** A paragraph of the remedy; `opens`: a label stood before it. */
export interface Passage extends Line {
  readonly opens: boolean;
}

export interface ProblemText {
  readonly title: string;
  readonly line: number;
  /** Lines of the heading that had to be put together for the title. */
  readonly titleLines: number;
  /** Status or kind in brackets: （已完成）, at the title, after a date or at the very end. */
  readonly notes: readonly string[];
  /** What was done, paragraph by paragraph, labels taken away. */
  readonly remedy: readonly Passage[];
  /** Paragraphs after the line that states the status. */
  readonly trailing: readonly Passage[];
  readonly fields: readonly Field[];
  readonly labels: readonly UsedLabel[];
}

export interface UsedLabel {
  readonly name: string;
  /** What it introduces here: 整改情况： before nothing but a status is one for status. */
  readonly kind: LabelKind;
  readonly line: number;
  readonly closed: boolean;
}

interface Piece {
  readonly label: Label | null;
  readonly text: string;
  readonly line: number;
}

export function problemText(node: OutlineNode): ProblemText {
  const first = { number: node.heading.number, text: node.head.rest };
  const pieces = [first, ...node.own, ...node.children.flatMap(partLines)].flatMap((line, index) =>
    piecesOf(line, index === 0 ? 'heading' : 'paragraph'),
  );
  const opening = pieces[0]?.label?.kind === 'finding' ? 1 : 0;
  const labelled = pieces.findIndex((piece, index) => piece.label !== null && index >= opening);
  const heading = pieces.slice(0, labelled < 0 ? pieces.length : labelled);
  const split = splitTitle(
    heading.map((piece) => ({ number: piece.line, text: piece.text })),
    1 + node.own.length,
    pieces[heading.length]?.label?.kind ?? null,
  );
  const body = bodyOf([
    ...split.rest.map((line) => ({ label: null, text: line.text, line: line.number })),
    ...pieces.slice(heading.length),
  ]);
  const { remedy, note } = withoutLastNote(body.remedy);
  return {
    title: split.title,
    line: first.number,
    titleLines: split.lines,
    notes: [split.note, note, ...body.notes].flatMap((words) => words ?? []),
    remedy,
    trailing: body.trailing,
    fields: body.fields,
    labels: pieces.flatMap(usedLabel),
  };
}

/** All lines of a sub-item; 1.整改措施：… goes without its number, a list's number stays. */
function partLines(node: OutlineNode): readonly Line[] {
  const heading = isPart(node)
    ? { number: node.heading.number, text: node.head.rest }
    : node.heading;
  return [heading, ...node.own, ...node.children.flatMap(partLines)];
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

function usedLabel({ label, text, line }: Piece): readonly UsedLabel[] {
  if (label === null) return [];
  const { name, closed } = label;
  return [{ name, kind: fieldKind(label, text, 'remedy'), line, closed }];
}

interface Body {
  readonly remedy: readonly Passage[];
  readonly trailing: readonly Passage[];
  readonly fields: readonly Field[];
  readonly notes: readonly string[];
}

/** Text without a label goes on with what was labelled last; a one-line field is never gone on with. */
function bodyOf(pieces: readonly Piece[]): Body {
  const remedy: Passage[] = [];
  const trailing: Passage[] = [];
  const fields: Field[] = [];
  const notes: string[] = [];
  let current = 'remedy' as LabelKind;
  let afterStatus = false;
  for (const { label, text, line } of pieces) {
    const kind = fieldKind(label, text, current);
    current = kind;
    if (kind !== 'remedy' && label !== null) {
      const { text: value, note } = kind === 'deadline' ? withoutNote(text) : { text, note: null };
      fields.push({ kind, name: label.name, value, line });
      if (note !== null) notes.push(note);
      afterStatus = kind === 'status';
    } else if (kind === 'remedy' && text !== '') {
      if (label !== null) afterStatus = false;
      (afterStatus ? trailing : remedy).push({ number: line, text, opens: label !== null });
    }
  }
  return { remedy, trailing, fields, notes };
}

/** A remedy's label before nothing but a status is a mistake for the status's own. */
function fieldKind(label: Label | null, text: string, current: LabelKind): LabelKind {
  if (label === null) return current === 'finding' || current === 'about' ? current : 'remedy';
  if (label.kind === 'remedy') return statusOf(text) === null ? 'remedy' : 'status';
  return label.kind === 'status' && text.length > longestField && statusOf(text) === null
    ? 'remedy'
    : label.kind;
}

const longestField = 60;

function withoutLastNote(remedy: readonly Passage[]): {
  remedy: readonly Passage[];
  note: string | null;
} {
  const last = remedy.at(-1);
  if (last === undefined) return { remedy, note: null };
  const { text, note } = withoutNote(last.text);
  return note === null
    ? { remedy, note }
    : { remedy: [...remedy.slice(0, -1), { ...last, text }], note };
}
