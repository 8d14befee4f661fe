/** What a browser sent as an event's payload: typed values become the shapes that the event describes, faults are said in words. Pure. */
import { checkFields, type FieldFault, type Fields, type FieldShape } from '../../engine/core';
import type { Language } from '../../words/catalogue';
import { shapeWords } from '../../words/field-shapes';
import { refusalWords } from '../../words/refusals';
import { formWords } from '../../words/pages/forms';
import type { Faults, Typed } from './inputs';

/** Before the names of an event's own fields, so that they meet no other. */
export const prefix = 'f.';

/** By name, in the order of the form; files are not among them. */
export type Sent = readonly (readonly [name: string, value: string])[];

export function textsOf(form: FormData): Sent {
  return [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
}

/** What was typed, field by field; what is blank is absent. Files are filed apart: `filed.ts`. */
export function typedIn(fields: Fields, sent: Sent): Typed {
  const own = sent.flatMap(([name, value]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
  );
  return within(fields, own);
}

/** By path, in words; none where all fits. */
export function faultsIn(fields: Fields, typed: Typed, language: Language): Faults {
  const faults = checkFields(fields, typed).map((fault) => [
    fault.path,
    faultWords(shapeAt(fields, fault.path.split('.')), fault, language),
  ]);
  return Object.fromEntries(faults) as Faults;
}

function within(fields: Fields, sent: Sent): Typed {
  const values = Object.entries(fields).map(
    ([name, field]) => [name, valueOf(field, name, sent)] as const,
  );
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function valueOf(shape: FieldShape, name: string, sent: Sent): unknown {
  const own = sent.flatMap(([each, value]) => (each === name ? [value] : []));
  switch (shape.type) {
    case 'text':
    case 'date':
    case 'oneOf':
      return given(own[0]);
    case 'integer':
      return numberIn(given(own[0]));
    case 'boolean':
      return truthIn(given(own[0]));
    case 'list':
      return listIn(shape.of, name, own, sent);
    case 'object':
      return within(shape.fields, inside(name, sent));
    case 'file':
    case 'json':
      return undefined;
  }
}

/** Line ends as every other source has them; the blanks around it are nobody's intention. */
function given(value: string | undefined): string | undefined {
  const text = value?.replaceAll('\r\n', '\n').trim();
  return text === '' ? undefined : text;
}

function numberIn(text: string | undefined): unknown {
  return text !== undefined && /^-?\d+$/.test(text.normalize('NFKC'))
    ? Number(text.normalize('NFKC'))
    : text;
}

function truthIn(text: string | undefined): unknown {
  return text === 'true' ? true : text === 'false' ? false : text;
}

function listIn(of: FieldShape, name: string, own: readonly string[], sent: Sent): unknown {
  if (of.type === 'file') return undefined;
  if (of.type === 'object') return rowsIn(of, name, sent);
  const items = own.flatMap((value) => value.split('\n')).flatMap((line) => given(line) ?? []);
  return items.length === 0 ? undefined : [...new Set(items)];
}

/** Rows in the order of the form, whatever they are called there; a blank one is none. */
function rowsIn(of: Extract<FieldShape, { type: 'object' }>, name: string, sent: Sent): unknown {
  const own = inside(name, sent);
  const places = new Set(own.map(([each]) => each.split('.')[0] ?? ''));
  const rows = [...places]
    .map((place) => within(of.fields, inside(place, own)))
    .filter((row) => Object.keys(row).length > 0);
  return rows.length === 0 ? undefined : rows;
}

/** What belongs to a name, by the rest of its name. */
function inside(name: string, sent: Sent): Sent {
  return sent.flatMap(([each, value]) =>
    each.startsWith(`${name}.`) ? [[each.slice(name.length + 1), value] as const] : [],
  );
}

function faultWords(shape: FieldShape | null, { code, expected }: FieldFault, language: Language) {
  const words = formWords[language];
  if (code === 'missing') return shape?.type === 'oneOf' ? words.chooseOne : words.missing;
  const what = shape === null ? expected : shapeWords[language](shape);
  return refusalWords[language].faults[code](what);
}

function shapeAt(fields: Fields, [name = '', ...rest]: readonly string[]): FieldShape | null {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field === undefined ? null : shapeIn(field, rest);
}

function shapeIn(shape: FieldShape, path: readonly string[]): FieldShape | null {
  if (path.length === 0) return shape;
  if (shape.type === 'list') return shapeIn(shape.of, path.slice(1));
  return shape.type === 'object' ? shapeAt(shape.fields, path) : null;
}
