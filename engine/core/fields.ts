/**
 * An event's fields described once, as plain data. The edges derive their schema from it, the engine its check,
 * TypeScript the event's type. Knows nothing of what the fields mean.
 */
import { assertNever, isRecord, type Json } from './json';

export type Field = FieldShape & {
  /** What people read beside the field. */
  readonly title: string;
  /** Absent fields of an optional field are fine; others are refused. */
  readonly optional?: true;
};

export type FieldShape =
  | { readonly type: 'text'; readonly max: number }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'date' }
  | { readonly type: 'oneOf'; readonly values: readonly string[] }
  | { readonly type: 'list'; readonly of: FieldShape; readonly max: number }
  | { readonly type: 'object'; readonly fields: Fields }
  /** A file that is kept elsewhere: what proves it, what it is called, how large it is. */
  | { readonly type: 'file' }
  /** Any JSON of at most `max` characters: for what workflows send each other. */
  | { readonly type: 'json'; readonly max: number };

export interface Fields {
  readonly [name: string]: Field;
}

type ValueOf<S extends FieldShape> = S extends { type: 'text' | 'date' }
  ? string
  : S extends { type: 'integer' }
    ? number
    : S extends { type: 'boolean' }
      ? boolean
      : S extends { type: 'oneOf'; values: readonly (infer V)[] }
        ? V
        : S extends { type: 'list'; of: infer I extends FieldShape }
          ? readonly ValueOf<I>[]
          : S extends { type: 'object'; fields: infer F extends Fields }
            ? FieldValues<F>
            : S extends { type: 'file' }
              ? FileValue
              : S extends { type: 'json' }
                ? Json
                : never;

export type FileValue = FieldValues<typeof fileFields>;

/** The TypeScript type of a payload with these fields. */
export type FieldValues<F extends Fields> = {
  readonly [K in keyof F as F[K] extends { optional: true } ? never : K]: ValueOf<F[K]>;
} & {
  readonly [K in keyof F as F[K] extends { optional: true } ? K : never]?: ValueOf<F[K]>;
};

export interface FieldFault {
  /** Dotted, e.g. `measures.0.text`. */
  readonly path: string;
  readonly code: 'missing' | 'unknown' | 'type' | 'size' | 'value';
  /** What was expected, e.g. `date YYYY-MM-DD`. */
  readonly expected: string;
}

/** All faults of a payload, none when it fits. Never throws, whatever it is given. */
export function checkFields(fields: Fields, payload: unknown, path = ''): readonly FieldFault[] {
  if (!isRecord(payload)) return [{ path, code: 'type', expected: 'an object' }];
  const unknown = Object.keys(payload).filter((name) => !Object.hasOwn(fields, name));
  return [
    ...unknown.map((name) => ({
      path: join(path, name),
      code: 'unknown' as const,
      expected: 'no such field',
    })),
    ...Object.entries(fields).flatMap(([name, field]) =>
      checkField(field, ownValue(payload, name), join(path, name)),
    ),
  ];
}

/** What every object inherits is not what was sent. */
function ownValue(payload: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(payload, name) ? payload[name] : undefined;
}

function checkField(field: Field, value: unknown, path: string): readonly FieldFault[] {
  if (value === undefined || value === null) {
    return field.optional ? [] : [{ path, code: 'missing', expected: describeShape(field) }];
  }
  return checkShape(field, value, path);
}

function checkShape(shape: FieldShape, value: unknown, path: string): readonly FieldFault[] {
  const fault = (code: FieldFault['code']): readonly FieldFault[] => [
    { path, code, expected: describeShape(shape) },
  ];
  switch (shape.type) {
    case 'text':
      if (typeof value !== 'string') return fault('type');
      return value.length > shape.max ? fault('size') : value.trim() === '' ? fault('value') : [];
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value)) return fault('type');
      return value < shape.min || value > shape.max ? fault('value') : [];
    case 'boolean':
      return typeof value === 'boolean' ? [] : fault('type');
    case 'date':
      return typeof value === 'string' && isDate(value) ? [] : fault('value');
    case 'oneOf':
      return typeof value === 'string' && shape.values.includes(value) ? [] : fault('value');
    case 'list':
      if (!Array.isArray(value)) return fault('type');
      return value.length > shape.max
        ? fault('size')
        : value.flatMap((item, index) => checkShape(shape.of, item, join(path, String(index))));
    case 'object':
      return checkFields(shape.fields, value, path);
    case 'file':
      return fileFaults(value, path);
    case 'json':
      return JSON.stringify(value).length > shape.max ? fault('size') : [];
    default:
      return assertNever(shape);
  }
}

/** What a shape expects, in words, e.g. `text of at most 200 characters`. */
export function describeShape(shape: FieldShape): string {
  switch (shape.type) {
    case 'text':
      return `text of 1 to ${shape.max} characters`;
    case 'integer':
      return `a whole number from ${shape.min} to ${shape.max}`;
    case 'boolean':
      return 'true or false';
    case 'date':
      return 'a date YYYY-MM-DD';
    case 'oneOf':
      return `one of ${shape.values.join(', ')}`;
    case 'list':
      return `a list of at most ${shape.max}, each ${describeShape(shape.of)}`;
    case 'object':
      return `an object with ${Object.keys(shape.fields).join(', ')}`;
    case 'file':
      return 'a file: its sha256 in 64 hexadecimal digits, its name, its size in bytes';
    case 'json':
      return `JSON of at most ${shape.max} characters`;
    default:
      return assertNever(shape);
  }
}

const fileFields = {
  sha256: { type: 'text', max: 64, title: 'SHA-256' },
  name: { type: 'text', max: 200, title: 'name' },
  size: { type: 'integer', min: 1, max: 2_000_000_000, title: 'bytes' },
} as const satisfies Fields;

function fileFaults(value: unknown, path: string): readonly FieldFault[] {
  const faults = checkFields(fileFields, value, path);
  if (faults.length > 0 || /^[0-9a-f]{64}$/.test((value as FileValue).sha256)) return faults;
  return [{ path: join(path, 'sha256'), code: 'value', expected: '64 hexadecimal digits' }];
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
