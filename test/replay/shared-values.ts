/** Long values that many lines hold (people, policies, received problems) kept once, under a name that says where they stood. */

/** The values by name, as `shared.json` has them. */
export type Shared = Readonly<Record<string, unknown>>;

/** Shorter values stay where they are, for whoever reads the line. */
const shortest = 200;
/** Characters that sharing a value must save, all in all. */
const worth = 1500;

/** The lines with `{ "$shared": name }` for each long value that several hold, and the values. */
export function share(files: readonly (readonly string[])[]): {
  readonly files: readonly (readonly string[])[];
  readonly shared: Shared;
} {
  const counts = new Map<string, number>();
  for (const line of files.flat()) mapInner(JSON.parse(line), '', (value) => count(value, counts));
  const names = new Map<string, string>();
  const replace = (value: unknown, key: string): unknown => {
    const text = long(value);
    if (text === null || !isWorth(text, counts)) return mapInner(value, key, replace);
    return { $shared: named(text, key, names) };
  };
  const replaced = files.map((lines) =>
    lines.map((line) => JSON.stringify(mapInner(JSON.parse(line), '', replace))),
  );
  const shared: Record<string, unknown> = {};
  // A value may hold others, which are then named and visited in their turn.
  for (const [text, name] of names) shared[name] = mapInner(JSON.parse(text), '', replace);
  return { files: replaced, shared };
}

function isWorth(text: string, counts: ReadonlyMap<string, number>): boolean {
  return text.length * ((counts.get(text) ?? 0) - 1) >= worth;
}

/** The line with its values back in place. Throws where a name is unknown. */
export function unshare(line: string, shared: Shared): string {
  const restore = (value: unknown): unknown => {
    const name = (value as { readonly $shared?: unknown } | null)?.$shared;
    if (typeof name !== 'string') return mapInner(value, '', restore);
    if (!(name in shared)) throw new Error(`no shared value is called ${name}`);
    return restore(shared[name]);
  };
  return line.includes('"$shared"') ? JSON.stringify(restore(JSON.parse(line))) : line;
}

function count(value: unknown, counts: Map<string, number>): void {
  const text = long(value);
  if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  mapInner(value, '', (inner) => count(inner, counts));
}

function long(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const text = JSON.stringify(value);
  return text.length < shortest ? null : text;
}

function named(text: string, key: string, names: Map<string, string>): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `${key}-${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** Arrays and objects with each inner value mapped; `key` is the nearest name above it. */
function mapInner(
  value: unknown,
  key: string,
  map: (inner: unknown, key: string) => unknown,
): unknown {
  if (Array.isArray(value)) return value.map((inner) => map(inner, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, map(inner, name === '$' ? key : name)]),
  );
}
