/** An event's described fields as what is shown of them in a form. Plain data; how it looks is in event-form.tsx. */
import { assertNever, type EventDescription, type Field, type FieldShape } from '../../engine/core';
import type { Role } from '../../domain/words';
import type { PersonRow } from '../../ledger';
import { termOf } from '../../words/terms';
import { valueWords } from '../../words/choices';
import type { Language } from '../../words/catalogue';
import { eventWords } from '../../words/events';
import { departmentsOf, measuresOf, subFindingsOf, type Known } from './about';
import { pickerOf } from './pickers';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

interface Labelled {
  /** As the browser sends it, and as faults name it: `measures.0.text`. */
  readonly name: string;
  readonly label: string;
  readonly optional: boolean;
  readonly fault: string | null;
}

export type Input = Labelled &
  (
    | { readonly kind: 'text'; readonly value: string; readonly max: number }
    | {
        readonly kind: 'line';
        readonly value: string;
        readonly max: number;
        readonly suggestions: readonly string[];
      }
    | { readonly kind: 'date'; readonly value: string }
    | {
        readonly kind: 'integer';
        readonly value: string;
        readonly min: number;
        readonly max: number;
      }
    | { readonly kind: 'select'; readonly options: readonly Option[] }
    | {
        readonly kind: 'checks';
        readonly options: readonly Option[];
        readonly others: readonly Option[];
      }
    | { readonly kind: 'lines'; readonly value: string }
    | { readonly kind: 'rows'; readonly rows: readonly (readonly Input[])[] }
    | { readonly kind: 'files'; readonly most: number }
  );

/** What was typed, as JSON of the event's own shape; anything may be missing or wrong. */
export type Typed = Readonly<Record<string, unknown>>;
/** In words, by path. */
export type Faults = Readonly<Record<string, string>>;

export interface Filling {
  readonly typed: Typed;
  readonly faults: Faults;
  /** More rows than are filled in, by field. */
  readonly blankRows: number;
}

export const nothingTyped: Filling = { typed: {}, faults: {}, blankRows: 1 };

interface Asked {
  readonly event: string;
  readonly about: Known;
  readonly filling: Filling;
  readonly language: Language;
}

/** In the order of the description. What only workflows send each other has no input. */
export function inputsOf(
  event: string,
  { fields }: Pick<EventDescription, 'fields'>,
  about: Known,
  filling: Filling,
  language: Language,
): readonly Input[] {
  const asked = { event, about, filling, language };
  return Object.entries(fields).flatMap(([name, field]) =>
    inputOf(field, name, name, filling.typed[name], asked),
  );
}

/** The inputs of one more row of a field that is a list of objects; none for another field. */
export function rowOf(
  field: Field,
  name: string,
  place: string,
  about: Known,
  language: Language,
): readonly Input[] {
  if (field.type !== 'list' || field.of.type !== 'object') return [];
  const asked = { event: '', about, filling: nothingTyped, language };
  return rowInputs(field.of, `${name}.${place}`, {}, asked);
}

function inputOf(
  field: Field,
  name: string,
  path: string,
  value: unknown,
  asked: Asked,
): readonly Input[] {
  const labelled: Labelled = {
    name: path,
    label: eventWords[asked.language].fields[field.title] ?? field.title,
    optional: field.optional ?? false,
    fault: asked.filling.faults[path] ?? null,
  };
  const picked = picker(labelled, name, value, asked);
  return picked === null ? shaped(labelled, field, name, value, asked) : [picked];
}

function shaped(
  labelled: Labelled,
  shape: FieldShape,
  name: string,
  value: unknown,
  asked: Asked,
): readonly Input[] {
  switch (shape.type) {
    case 'text':
      return [textual(labelled, shape.max, value, name, asked.about)];
    case 'date':
      return [{ ...labelled, kind: 'date', value: worded(value) }];
    case 'integer':
      return [
        { ...labelled, kind: 'integer', value: worded(value), min: shape.min, max: shape.max },
      ];
    case 'boolean':
      return [{ ...labelled, kind: 'select', options: options(['true', 'false'], value, asked) }];
    case 'oneOf':
      return [{ ...labelled, kind: 'select', options: options(shape.values, value, asked) }];
    case 'list':
      return listed(labelled, shape, value, asked);
    case 'object':
    case 'file':
    case 'json':
      return [];
    default:
      return assertNever(shape);
  }
}

/** Texts shorter than this are a line: names, where something comes from. */
const lineUpTo = 200;

function textual(
  labelled: Labelled,
  max: number,
  value: unknown,
  name: string,
  about: Known,
): Input {
  if (max > lineUpTo) return { ...labelled, kind: 'text', value: worded(value), max };
  const suggestions = name === 'department' ? departmentsOf(about) : [];
  return { ...labelled, kind: 'line', value: worded(value), max, suggestions };
}

function listed(
  labelled: Labelled,
  { of, max }: Extract<FieldShape, { type: 'list' }>,
  value: unknown,
  asked: Asked,
): readonly Input[] {
  if (of.type === 'file') return [{ ...labelled, kind: 'files', most: max }];
  if (of.type === 'text')
    return [{ ...labelled, kind: 'lines', value: itemsOf(value).map(worded).join('\n') }];
  if (of.type !== 'object') return [];
  const blank = Array.from({ length: asked.filling.blankRows }, () => ({}));
  const rows = [...itemsOf(value), ...blank].map((row, index) =>
    rowInputs(of, `${labelled.name}.${index}`, row, asked),
  );
  return [{ ...labelled, kind: 'rows', rows }];
}

function rowInputs(
  { fields }: Extract<FieldShape, { type: 'object' }>,
  path: string,
  row: unknown,
  asked: Asked,
): readonly Input[] {
  const values = typeof row === 'object' && row !== null ? (row as Typed) : {};
  return Object.entries(fields).flatMap(([name, field]) =>
    inputOf(field, name, `${path}.${name}`, values[name], asked),
  );
}

/** A field that names people, departments, a measure or a sub-finding is chosen, not typed. */
function picker(labelled: Labelled, name: string, value: unknown, asked: Asked): Input | null {
  const { about, event, language } = asked;
  const found = pickerOf(event, name);
  if (found === null) return null;
  switch (found.what) {
    case 'person':
      return {
        ...labelled,
        kind: 'select',
        options: peopleOptions(about.people, found.role, [value]),
      };
    case 'people':
      return { ...labelled, kind: 'checks', ...split(about.people, found.role, itemsOf(value)) };
    case 'departments': {
      const all = departmentsOf(about).map((each) => option(each, each, itemsOf(value)));
      return all.length === 0 ? null : { ...labelled, kind: 'checks', options: all, others: [] };
    }
    case 'measure': {
      const open = measuresOf(about).filter(({ doneAt }) => doneAt === null);
      const all = open.map(({ ordinal, text }) => numbered(ordinal, text, value));
      return all.length === 0 ? null : { ...labelled, kind: 'select', options: all };
    }
    case 'subFinding': {
      const all = subFindingsOf(about).map(({ text, outcome }, index) =>
        numbered(index + 1, outcomeIn(text, outcome, language), value),
      );
      return all.length === 0 ? null : { ...labelled, kind: 'select', options: all };
    }
  }
}

function outcomeIn(text: string, outcome: string | null, language: Language): string {
  return outcome === null ? text : `${text}（${termOf(valueWords[language], outcome)}）`;
}

function numbered(place: number, text: string, chosen: unknown): Option {
  const short = [...text].length > 60 ? `${[...text].slice(0, 60).join('')}…` : text;
  return option(String(place), `${place}. ${short}`, [worded(chosen)]);
}

/** Those who hold the role first. */
function peopleOptions(
  people: readonly PersonRow[],
  role: Role | null,
  chosen: readonly unknown[],
): readonly Option[] {
  const { options: first, others } = split(people, role, chosen);
  return [...first, ...others];
}

/** Those who hold the role, and the others; who only reads is nobody's choice. */
function split(people: readonly PersonRow[], role: Role | null, chosen: readonly unknown[]) {
  const able = people.filter(({ roles }) => roles !== 'reader');
  const holds = ({ roles, id }: PersonRow): boolean =>
    role === null || roles.split(' ').includes(role) || chosen.includes(id);
  const made = ({ id, name, department }: PersonRow): Option =>
    option(id, department === null ? name : `${name}（${department}）`, chosen);
  return {
    options: able.filter(holds).map(made),
    others: able.filter((person) => !holds(person)).map(made),
  };
}

function options(values: readonly string[], chosen: unknown, { language }: Asked) {
  return values.map((value) =>
    option(value, termOf(valueWords[language], value), [worded(chosen)]),
  );
}

function option(value: string, label: string, chosen: readonly unknown[]): Option {
  return { value, label, chosen: chosen.includes(value) };
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function worded(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
