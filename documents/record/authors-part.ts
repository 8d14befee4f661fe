// What the author of a document adds to what the record has: a small YAML file, every field optional, unknown ones refused.
import { z } from 'zod';
import { readYaml } from '../../domain/yaml-document';
import { ImportError } from '../import-error';
import { isRealDate } from '../plain-date';

const text = z.string().trim().min(1, { error: '不能为空' });
const date = z.string().refine(isRealDate, { error: '应为日期，写成 2026-11-02 的样子' });
const period = z.strictObject({ from: date, to: date });
const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);
const paragraphs = z.array(text).default([]);

const contact = z.strictObject({
  who: orNull(text),
  phone: orNull(text),
  address: orNull(text),
  postcode: orNull(text),
  email: orNull(text),
});

const result = z.strictObject({
  seq: z.int().positive(),
  kind: z.enum(['rules', 'money', 'people', 'other']).default('other'),
  text,
});

const AuthorsFile = z.strictObject({
  /** 落款 */
  signer: orNull(text),
  addressee: orNull(text),
  inspectedBy: orNull(text),
  inspectionWord: text.default('巡察'),
  arrangedBy: orNull(text),
  inspection: orNull(period),
  reportOn: orNull(date),
  publicity: orNull(period),
  contact: orNull(contact),
  organisation: paragraphs,
  nextSteps: paragraphs,
  results: z.array(result).default([]),
});

export type AuthorsPart = z.infer<typeof AuthorsFile>;

/** Nothing but what the record has. */
export const noAuthorsPart: AuthorsPart = AuthorsFile.parse({});

/**
 * @param text YAML; an empty file says nothing
 * @throws ImportError (`field-invalid`) that names line and field of every mistake
 */
export function readAuthorsPart(text: string, name: string): AuthorsPart {
  if (text.trim() === '') return noAuthorsPart;
  const reading = readYaml(text, AuthorsFile);
  if (reading.kind === 'value') return reading.value;
  const told = reading.mistakes.map(({ line, path, message }) => `第${line}行 ${path}：${message}`);
  const place = { line: reading.mistakes[0]?.line };
  throw new ImportError('field-invalid', `${name}：${told.join('；')}`, place);
}
