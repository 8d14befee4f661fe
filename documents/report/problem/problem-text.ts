// One problem's lines taken apart: its title, what was done, and the lines that state status, date and kind.
import type { Field } from './field';
import { isResult, type Label, type LabelKind } from '../../vocabulary/labels';
import type { Line } from '../lines/lines';
import { toldBy, withoutNote, type Noted } from './notes';
import { piecesIn, type Piece } from './pieces';
import type { OutlineNode } from '../outline/outline';
import { statusOf, statusOfField, statusWithTerm } from '../../vocabulary/status-words';
import { splitTitle } from './title';

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
  /** What is found to be wrong, where it is told apart from the title: 具体表现：…. */
  readonly findings: readonly Passage[];
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

/** `findingsOnly`: the text is a list of problems without remedies, and says nothing but what is wrong. */
export function problemText(node: OutlineNode, findingsOnly: boolean): ProblemText {
  const first = { number: node.heading.number, text: node.head.rest };
  const pieces = piecesIn([first, ...node.own, ...node.children.flatMap(partLines)]);
  const opening = pieces[0]?.label?.kind === 'finding' ? 1 : 0;
  const labelled = pieces.findIndex((piece, index) => piece.label !== null && index >= opening);
  const heading = pieces.slice(0, labelled < 0 ? pieces.length : labelled);
  const split = splitTitle(
    heading.map((piece) => ({ number: piece.line, text: piece.text })),
    1 + node.own.length,
    pieces[heading.length]?.label?.kind ?? null,
  );
  const rest = split.rest.map((line) => ({ label: null, text: line.text, line: line.number }));
  const body = bodyOf([...rest, ...pieces.slice(heading.length)], findingsOnly);
  const { remedy, note } = withoutLastNote(body.remedy);
  const noted = [
    notedIn(split.note, first.number),
    notedIn(note, body.remedy.at(-1)?.number ?? first.number),
  ];
  return {
    ...body,
    title: split.title,
    line: first.number,
    titleLines: split.lines,
    notes: [...noted.flatMap(({ notes }) => notes), ...body.notes],
    fields: [...body.fields, ...noted.flatMap(({ fields }) => fields)],
    remedy,
    labels: pieces.flatMap(usedLabel),
  };
}

/** （限期整改，2026年5月底前，未完成）: what stands for lines of their own is taken as such. */
function notedIn(note: string | null, line: number): Pick<ProblemText, 'notes' | 'fields'> {
  if (note === null) return { notes: [], fields: [] };
  const field = (of: LabelKind, value: string | null): readonly Field[] =>
    value === null ? [] : [{ kind: of, name: '', value, line }];
  if (statusWithTerm(note) !== null) return { notes: [], fields: field('status', note) };
  const told = toldBy(note);
  if (told === null) return { notes: [note], fields: [] };
  const { kind, term, status } = told;
  return {
    notes: status === null ? [] : [status],
    fields: [...field('kind', kind), ...field('deadline', term)],
  };
}

/** All lines of a sub-item; 1.整改措施：… goes without its number, a list's number stays. */
function partLines(node: OutlineNode): readonly Line[] {
  const heading = node.part ? { number: node.heading.number, text: node.head.rest } : node.heading;
  return [heading, ...node.own, ...node.children.flatMap(partLines)];
}

function usedLabel({ label, text, line }: Piece): readonly UsedLabel[] {
  if (label === null) return [];
  const { name, closed } = label;
  return [{ name, kind: fieldKind(label, text, 'remedy'), line, closed }];
}

type Body = Pick<ProblemText, 'remedy' | 'findings' | 'trailing' | 'fields' | 'notes'>;

/** Text without a label goes on with what was labelled last; a one-line field is never gone on with. */
function bodyOf(pieces: readonly Piece[], findingsOnly: boolean): Body {
  const body = { remedy: [], findings: [], trailing: [], fields: [], notes: [] } as {
    readonly [Part in keyof Body]: Body[Part][number][];
  };
  let current: LabelKind = findingsOnly || pieces.some(opensRemedy) ? 'finding' : 'remedy';
  let afterStatus = false;
  /** A label alone on its line opens the next. */
  let afterLabel = false;
  for (const { label, text, line } of pieces) {
    const before: LabelKind = current;
    current = fieldKind(label, text, current);
    const passage = { number: line, text, opens: label !== null || afterLabel };
    afterLabel = label !== null && text === '';
    if (current === 'finding' && text !== '') body.findings.push(passage);
    else if (current === 'remedy' && text !== '') {
      if (label !== null) afterStatus = false;
      (afterStatus ? body.trailing : body.remedy).push(passage);
    } else if (current !== 'remedy' && label !== null) {
      const { value, rest } = valueAndMore(current, text);
      takeField(body, { kind: current, name: label.name, value, line });
      if (statusOf(rest) !== null) takeField(body, { kind: 'status', name: '', value: rest, line });
      else if (rest !== '') body.remedy.push({ number: line, text: rest, opens: true });
      afterStatus = current === 'status' && body.remedy.length > 0;
    }
    if (isOneLine(current)) current = before === 'finding' ? 'finding' : 'remedy';
  }
  return body;
}

/** 整改情况： parts what is wrong from what was done; 整改成效： only follows what was done. */
function opensRemedy({ label, text }: Piece): boolean {
  return label?.kind === 'remedy' && statusOf(text) === null && !isResult(label.name);
}

/** 已整改到位。重新制作公开栏; 2024年3月底前。已完成整改: what follows the first sentence is no part of the value. */
function valueAndMore(
  kind: LabelKind,
  text: string,
): { readonly value: string; readonly rest: string } {
  const end = text.indexOf('。') + 1;
  const rest = text.slice(end).trim();
  const isWhole = kind === 'finding' || kind === 'about' || end === 0 || rest === '';
  return isWhole || (kind === 'status' && statusOfField(text.slice(0, end)) === null)
    ? { value: text, rest: '' }
    : { value: text.slice(0, end), rest };
}

function takeField(body: { fields: Field[]; notes: string[] }, field: Field): void {
  const { text: value, note } =
    field.kind === 'deadline' ? withoutStatus(field.value) : { text: field.value, note: null };
  body.fields.push({ ...field, value });
  if (note !== null) body.notes.push(note);
}

/** 2026年5月底（已完成）, 2026年9月底，正在推进: 并长期坚持 tells a kind, no status. */
function withoutStatus(term: string): Noted {
  const [, value = '', status = ''] =
    /^(.{2,24}?)[，,] ?([^，,；;长持常]{2,12})[；;。]?$/.exec(term) ?? [];
  return statusOf(status) === null ? withoutNote(term) : { text: value, note: status };
}

function isOneLine(kind: LabelKind): boolean {
  return kind !== 'remedy' && kind !== 'finding' && kind !== 'about';
}

/** A remedy's label before nothing but a status is a mistake for the status's own. */
function fieldKind(label: Label | null, text: string, current: LabelKind): LabelKind {
  if (label === null) return current;
  if (label.kind === 'remedy')
    return statusOf(text) === null && statusWithTerm(text) === null ? 'remedy' : 'status';
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
