/** What people wrote: a row a line that has a text of theirs, to be looked up by its words, its day and who decided. */
import type { RawBuilder } from 'kysely';
import { chainOf } from '../chain';
import { insertsOf } from '../insert-rows';
import { decidedBy, textOr } from '../line-fields';
import { deciderFact } from '../search/deciders';
import { folded, gramOf, gramsOf } from '../search/grams';
import { periodsOf } from '../search/periods';
import { isOf, type Recorded } from './recorded';

export function writeTexts(lines: readonly Recorded[]): readonly RawBuilder<unknown>[] {
  const isDigest = isOf('digest');
  const rows = lines.filter((line) => !isDigest(line)).flatMap(rowOf);
  return insertsOf('texts', columns, rows);
}

const columns = {
  workflow: 'text',
  sequence: 'integer',
  at: 'text',
  decided_by: 'text',
  text: 'text',
  grams: 'integer[]',
} as const;

function rowOf({ workflow, line }: Recorded) {
  const text = folded(writtenIn(line).join('\n'));
  if (text === '') return [];
  const at = textOr(line['at'], '');
  const person = decidedBy(line);
  const facts = [...periodsOf(at), ...(person === null ? [] : decidersOf(workflow, person))];
  const grams = `{${[...gramsOf(text), ...facts.map(gramOf)].join(',')}}`;
  return [{ workflow, sequence: line.sequence, at, decided_by: person, text, grams }];
}

/** By id alone, and as who that is in this rectification: an id may be somebody else in another. */
function decidersOf(workflow: string, person: string): readonly string[] {
  return [deciderFact(person), deciderFact(person, chainOf(workflow))];
}

/** What came with a command, taken or not, and the words with which something was refused or failed. */
export function writtenIn({
  kind,
  fields,
  reason,
}: Readonly<Record<string, unknown>>): readonly string[] {
  const given = kind === 'accepted' || kind === 'refused' ? textsIn(fields) : [];
  return typeof reason === 'string' ? [...given, reason] : given;
}

/** In the order in which the record keeps them, so that the same comes of a line that was read back. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return isFingerprint(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return fields.flatMap(([, each]) => textsIn(each));
}

/** Of a file: nobody wrote it. */
function isFingerprint(value: string): boolean {
  return /^[0-9a-f]{64}$/.test(value);
}
