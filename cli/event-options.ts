/** An event's described fields as options of a command, and what was typed as the event's payload. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { parse } from 'yaml';
import {
  checkFields,
  type Field,
  type FieldFault,
  type Fields,
  type FieldShape,
} from '../engine/core';
import { CliFailure, exitCodes } from './command';
import { zh } from './messages/zh';

/** `requestExtension` → `request-extension`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** One option a field, in the order of the description. */
export function optionsOf(fields: Fields): readonly Option[] {
  return Object.entries(fields).map(([name, field]) => {
    const option = new Option(`--${kebab(name)} <${field.title}>`, helpOf(field));
    return isCollected(field)
      ? option.argParser((value: string, all: readonly string[] | undefined) => [
          ...(all ?? []),
          value,
        ])
      : option;
  });
}

/** What was typed for the fields as their values, but for files: filing.ts. What is wrong is thrown, all of it at once. */
export function payloadOf(
  fields: Fields,
  typed: Readonly<Record<string, unknown>>,
  cwd: string,
): Readonly<Record<string, unknown>> {
  const given = Object.entries(fields).filter(
    ([name, field]) => typed[name] !== undefined && !isFiles(field),
  );
  const payload = Object.fromEntries(
    given.map(([name, field]) => [name, valueOf(field, typed[name], `--${kebab(name)}`, cwd)]),
  );
  const faults = checkFields(fields, payload);
  if (faults.length === 0) return payload;
  throw faulty(fields, faults);
}

/** The fields for which people name files, and how many each takes. */
export function fileFieldsOf(
  fields: Fields,
): readonly { readonly name: string; readonly max: number }[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    isFiles(field) ? [{ name, max: field.max }] : [],
  );
}

export function tooManyFiles(fields: Fields, name: string): CliFailure {
  return faulty(fields, [{ path: name, code: 'size', expected: '' }]);
}

function faulty(fields: Fields, faults: readonly FieldFault[]): CliFailure {
  const words = faults.map((fault) => faultWords(fields, fault));
  return new CliFailure(words.join('\n'), exitCodes.usage, { code: 'fields', faults });
}

/** `--measures 的 1.due：应为日期…`. */
export function faultWords(fields: Fields, { path, code, expected }: FieldFault): string {
  const [name = '', ...inner] = path.split('.');
  const shape = shapeAt(fields, path.split('.'));
  const where = inner.length === 0 ? '' : zh.usage.place(inner.map(placeWord).join(' '));
  const what = zh.faults[code](shape === null ? expected : zh.shape(shape));
  return zh.usage.field(`--${kebab(name)}`, where, what);
}

const placeWord = (part: string): string => (/^\d+$/.test(part) ? `第${Number(part) + 1}项` : part);

function shapeAt(fields: Fields, [name = '', ...rest]: readonly string[]): FieldShape | null {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field === undefined ? null : within(field, rest);
}

function within(shape: FieldShape, path: readonly string[]): FieldShape | null {
  if (path.length === 0) return shape;
  if (shape.type === 'list') return within(shape.of, path.slice(1));
  if (shape.type === 'object') return shapeAt(shape.fields, path);
  return null;
}

function helpOf(field: Field): string {
  const notes = [
    ...(field.type === 'oneOf' ? [zh.shape(field)] : []),
    ...(field.type === 'date' ? ['2026-12-31'] : []),
    ...(isFiles(field) ? [zh.shape(field.of)] : []),
    ...(isCollected(field) ? [zh.options.repeatable] : []),
    ...(isStructured(field) ? [zh.options.fileOrInline] : []),
    ...(field.optional ? [zh.options.optional] : []),
  ];
  return notes.length === 0 ? field.title : `${field.title}（${notes.join('；')}）`;
}

const isStructured = (shape: FieldShape): boolean =>
  shape.type === 'object' ||
  shape.type === 'json' ||
  (shape.type === 'list' && isStructured(shape.of));
const isFiles = (shape: FieldShape): shape is Extract<FieldShape, { type: 'list' }> =>
  shape.type === 'list' && shape.of.type === 'file';
const isCollected = (shape: FieldShape): boolean => shape.type === 'list' && !isStructured(shape);

function valueOf(shape: FieldShape, typed: unknown, option: string, cwd: string): unknown {
  if (isStructured(shape)) return translated(shape, structured(String(typed), option, cwd));
  if (shape.type === 'list')
    return (typed as readonly string[]).map((item) => valueOf(shape.of, item, option, cwd));
  return translated(shape, scalar(shape, String(typed)));
}

function scalar(shape: FieldShape, typed: string): unknown {
  const word = typed.normalize('NFKC').trim();
  if (shape.type === 'integer') return /^-?\d+$/.test(word) ? Number(word) : typed;
  if (shape.type === 'boolean') return word === 'true' ? true : word === 'false' ? false : typed;
  return shape.type === 'date' || shape.type === 'oneOf' ? word : typed;
}

/** Chinese words for the values of a choice, wherever they stand. */
function translated(shape: FieldShape, value: unknown): unknown {
  if (shape.type === 'oneOf')
    return typeof value === 'string' ? choiceOf(shape.values, value) : value;
  if (shape.type === 'list' && Array.isArray(value))
    return value.map((item: unknown) => translated(shape.of, item));
  if (shape.type !== 'object' || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
      return [name, field === undefined ? inner : translated(field, inner)];
    }),
  );
}

/** The value a word stands for; the word itself when it stands for none. */
export function choiceOf(choices: readonly string[], word: string): string {
  return choices.find((choice) => choice === word || zh.values[choice] === word) ?? word;
}

/** A file, or JSON or YAML written in place. */
function structured(typed: string, option: string, cwd: string): unknown {
  try {
    const inline = /^\s*[[{]/.test(typed);
    return parse(inline ? typed : readFileSync(resolve(cwd, typed), 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new CliFailure(zh.usage.badFile(option, why), exitCodes.usage, {
      code: 'badFile',
      option,
    });
  }
}

/** For options that take one of some words, e.g. `--lamp 红`. */
export function choosing<Choice extends string>(
  option: string,
  words: Readonly<Record<Choice, readonly string[]>>,
): (typed: string, all: readonly Choice[] | undefined) => readonly Choice[] {
  return (typed, all = []) => {
    const entries = Object.entries(words) as [Choice, readonly string[]][];
    const found = entries.find(([choice, others]) => choice === typed || others.includes(typed));
    if (found === undefined) {
      const choices = entries.map(([choice, [first = '']]) => `${choice}（${first}）`).join('、');
      throw new InvalidArgumentError(zh.usage.badChoice(option, typed, choices));
    }
    return [...all, found[0]];
  };
}
