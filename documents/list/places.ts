// Where in a YAML or JSON file something stands: the line of a field, and the field's name for people.
import { isMap, isNode, isPair, isScalar, type Document, type LineCounter } from 'yaml';

export type Path = readonly (string | number)[];

/** 1-based line of what stands at `path`; of the nearest thing above it where nothing does. */
export function lineAt(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== null) return lines.linePos(offset).line;
  }
  return 1;
}

/** The line of a field's own name, which is where an unknown field is at fault. */
export function lineOfKey(document: Document, lines: LineCounter, path: Path, key: string): number {
  const offset = keyOffset(path.length === 0 ? document.contents : document.getIn(path, true), key);
  return offset === null ? lineAt(document, lines, path) : lines.linePos(offset).line;
}

/** problems[2].measures[0].due, counted from 1 as people do: 第3个问题 第1条措施 due. */
export function fieldName(path: Path): string {
  const names = path.map((part, index) =>
    typeof part === 'number' ? counted(path[index - 1], part + 1) : named(part, path[index + 1]),
  );
  return names.filter((name) => name !== '').join(' ');
}

/** problems[2].due: for programs. */
export function fieldPath(path: Path): string {
  return path.reduce<string>(
    (whole, part) =>
      typeof part === 'number' ? `${whole}[${part}]` : whole === '' ? part : `${whole}.${part}`,
    '',
  );
}

function counted(list: string | number | undefined, ordinal: number): string {
  if (list === 'problems') return `第${ordinal}个问题`;
  return list === 'measures' ? `第${ordinal}条措施` : `第${ordinal}项`;
}

function named(part: string, next: string | number | undefined): string {
  return typeof next === 'number' && (part === 'problems' || part === 'measures') ? '' : part;
}

/** A field begins at its name, an entry of a list at itself. */
function offsetOf(document: Document, path: Path): number | null {
  const last = path.at(-1);
  const parent: unknown =
    path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (typeof last === 'string') return keyOffset(parent, last);
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

function keyOffset(map: unknown, key: string): number | null {
  if (!isMap(map)) return null;
  const pair = map.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === key,
  );
  return pair !== undefined && isScalar(pair.key) ? (pair.key.range?.[0] ?? null) : null;
}
