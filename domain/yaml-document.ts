/**
 * Reads a YAML text by a zod schema and says of each mistake on which line and in which field it is. Pure: text in,
 * value or mistakes out; which file it was and which error to throw is the caller's.
 */
import { isCollection, isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { pathWords, type FieldPath } from './field-path';
import { wordsForIssue } from './yaml-words';

export interface Mistake {
  /** Counted from 1. */
  readonly line: number;
  /** E.g. `people[0].roles`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
}

export type YamlReading<Value> =
  | { readonly kind: 'value'; readonly value: Value; readonly lineOf: (path: FieldPath) => number }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/** All mistakes at once, in the order of their lines. Syntax mistakes hide those of the fields. */
export function readYaml<Value>(text: string, schema: z.ZodType<Value>): YamlReading<Value> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(({ pos, code, message }) => ({
      line: lineAt(pos[0]),
      path: '',
      message: syntaxWords(code, message),
    }));
    return { kind: 'mistakes', mistakes };
  }
  const lineOf = (path: FieldPath): number => lineAt(offsetOf(document, path));
  const data = plain(document);
  if (data === aliasMistake) return { kind: 'mistakes', mistakes: [aliasMistake] };
  const parsed = schema.safeParse(data, { error: wordsForIssue });
  if (parsed.success) return { kind: 'value', value: parsed.data, lineOf };
  const mistakes = parsed.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const strange = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const line = lineOf(strange === undefined ? path : [...path, strange]);
    return { line, path: pathWords(path), message: issue.message };
  });
  return { kind: 'mistakes', mistakes: mistakes.sort((one, other) => one.line - other.line) };
}

const aliasMistake: Mistake = {
  line: 1,
  path: '',
  message: '文件中的引用（*名称）没有对应的“&名称”，或引用过多，请直接写出内容',
};

/** An alias to nowhere or a bomb of aliases is no data. */
function plain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return aliasMistake;
  }
}

/** Where the field stands, or the deepest part of its path that is there. */
function offsetOf(document: Document.Parsed, path: FieldPath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const part of path) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && key.value === part)
      : undefined;
    const keyRange = isScalar(pair?.key) ? pair.key.range : undefined;
    node = isCollection(node) ? node.get(part, true) : undefined;
    const next = keyRange?.[0] ?? rangeStart(node);
    if (next === undefined) return offset;
    offset = next;
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  return isScalar(node) || isCollection(node) ? node.range?.[0] : undefined;
}

function syntaxWords(code: string, message: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return '同一个字段写了两次，请删去一个';
    case 'BAD_INDENT':
      return '缩进不对，同一层的各行应对齐';
    case 'TAB_AS_INDENT':
      return '缩进不能用制表符（Tab），请改为空格';
    case 'MULTIPLE_DOCS':
      return '一个文件只能有一份内容，请删去“---”以后的部分';
    default:
      return `不是正确的 YAML（${message}）`;
  }
}
