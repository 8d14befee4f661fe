// Automatic numbers of Word paragraphs, which are in no text: counted along the document and written as they are printed.
import { numeral } from './numerals';
import type { Archive } from './open-zip';
import { childAt, elementsIn, parseXml, valueAt, type Element } from './xml';

export interface Numbers {
  /** The number printed before the next paragraph, with a space where words would touch it; empty where there is none. */
  readonly next: (paragraph: Element) => string;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** `（%1）`, `%1.%2` */
  readonly text: string;
  readonly style: string | null;
  /** Numbers of levels above are shown in digits too. */
  readonly legal: boolean;
  /** The lowest level above that makes it begin again; below 0: none does. */
  readonly restartsAfter: number;
}

interface List {
  /** Lists of one kind count on together. */
  readonly kind: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that this list begins again, with their first number. */
  readonly restarts: ReadonlyMap<number, number>;
}

interface Place {
  readonly list: string;
  readonly level: number | null;
  /** Whose level it is where none is said. */
  readonly style: string | null;
}

export function numbersIn(archive: Archive): Numbers {
  const lists = listsIn(partOf(archive, 'word/numbering.xml', 'w:numbering'));
  const styled = stylesIn(partOf(archive, 'word/styles.xml', 'w:styles'));
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return {
    next: (paragraph) => {
      const style = valueAt(paragraph, 'w:pPr', 'w:pStyle');
      const place = placeIn(childAt(paragraph, 'w:pPr', 'w:numPr'), style, styled.get(style ?? ''));
      const list = place && lists.get(place.list);
      if (place === undefined || list === undefined) return '';
      const level = place.level ?? levelOfStyle(list, place.style) ?? 0;
      const counted = counts.get(list.kind) ?? new Map<number, number>();
      counts.set(list.kind, counted);
      const restart = begun.has(`${place.list}/${level}`) ? undefined : list.restarts.get(level);
      begun.add(`${place.list}/${level}`);
      count(counted, level, list, restart);
      return printed(list, level, counted);
    },
  };
}

function partOf(archive: Archive, name: string, root: string): Element | undefined {
  const part = archive.text(name);
  return part === null ? undefined : childAt(parseXml(part), root);
}

function count(
  counted: Map<number, number>,
  level: number,
  { levels }: List,
  restart: number | undefined,
): void {
  const before = counted.get(level);
  const first = levels.get(level)?.start ?? 1;
  counted.set(level, restart ?? (before === undefined ? first : before + 1));
  for (const deeper of counted.keys())
    if (deeper > level && level <= (levels.get(deeper)?.restartsAfter ?? level))
      counted.delete(deeper);
}

function printed({ levels }: List, level: number, counted: ReadonlyMap<number, number>): string {
  const { format = 'none', text = '', legal = false } = levels.get(level) ?? {};
  if (format === 'bullet' || format === 'none') return '';
  const number = text.replace(/%([1-9])/g, (_all, digit: string) => {
    const of = Number(digit) - 1;
    const { start = 1, format: ofFormat = 'decimal' } = levels.get(of) ?? {};
    return numeral(counted.get(of) ?? start, legal ? 'decimal' : ofFormat);
  });
  return /[\d\p{L}]$/u.test(number) ? `${number} ` : number;
}

function listsIn(numbering: Element | undefined): ReadonlyMap<string, List> {
  const parts = numbering === undefined ? [] : elementsIn(numbering);
  const kinds = new Map(
    parts
      .filter(({ name }) => name === 'w:abstractNum')
      .map(
        (kind) =>
          [kind.attributes['w:abstractNumId'] ?? '', levelsIn(linked(kind, parts))] as const,
      ),
  );
  return new Map(
    parts
      .filter(({ name }) => name === 'w:num')
      .map((list) => {
        const kind = valueAt(list, 'w:abstractNumId') ?? '';
        const found = { kind, levels: kinds.get(kind) ?? new Map<number, Level>() };
        return [list.attributes['w:numId'] ?? '', { ...found, ...overridden(list, found.levels) }];
      }),
  );
}

/** A kind that only names a list style is described where that style is. */
function linked(kind: Element, parts: readonly Element[]): Element {
  const style = valueAt(kind, 'w:numStyleLink');
  if (style === null) return kind;
  return parts.find((part) => valueAt(part, 'w:styleLink') === style) ?? kind;
}

function levelsIn(parent: Element): ReadonlyMap<number, Level> {
  const levels = elementsIn(parent).filter(({ name }) => name === 'w:lvl');
  return new Map(levels.map((level) => [levelAt(level), levelOf(level)]));
}

function levelAt({ attributes }: Element): number {
  return Number(attributes['w:ilvl']) || 0;
}

function levelOf(level: Element): Level {
  const restart = valueAt(level, 'w:lvlRestart');
  return {
    start: Number(valueAt(level, 'w:start') ?? 1) || 0,
    format: formatOf(level),
    text: valueAt(level, 'w:lvlText') ?? '',
    style: valueAt(level, 'w:pStyle'),
    legal: isOn(childAt(level, 'w:isLgl')),
    restartsAfter: (restart === null ? levelAt(level) : Number(restart) || 0) - 1,
  };
}

/** Newer formats stand beside the older one that an older program shows. */
function formatOf(level: Element): string {
  const beside = childAt(level, 'mc:AlternateContent', 'mc:Choice');
  return valueAt(level, 'w:numFmt') ?? valueAt(beside, 'w:numFmt') ?? 'decimal';
}

function isOn(flag: Element | undefined): boolean {
  return flag !== undefined && !['0', 'false', 'off'].includes(flag.attributes['w:val'] ?? '');
}

function overridden(
  list: Element,
  levels: ReadonlyMap<number, Level>,
): Pick<List, 'levels' | 'restarts'> {
  const overrides = elementsIn(list).filter(({ name }) => name === 'w:lvlOverride');
  const restarts = overrides.flatMap((override) => {
    const start = valueAt(override, 'w:startOverride');
    return start === null ? [] : [[levelAt(override), Number(start) || 0] as const];
  });
  const own = overrides.flatMap((override) => [...levelsIn(override)]);
  return { levels: new Map([...levels, ...own]), restarts: new Map(restarts) };
}

/** What is said here, and else what the style below says. */
function placeIn(
  numbering: Element | undefined,
  style: string | null,
  below?: Place,
): Place | undefined {
  const list = valueAt(numbering, 'w:numId');
  const said = valueAt(numbering, 'w:ilvl');
  const level = said === null ? null : Number(said) || 0;
  if (list !== null) return { list, level, style };
  return below && { ...below, level: level ?? below.level };
}

/** A style's level is the one that names it. */
function levelOfStyle({ levels }: List, style: string | null): number | null {
  return [...levels].find(([, level]) => style !== null && level.style === style)?.[0] ?? null;
}

/** The lists that paragraphs are in through their style, or the style it is based on. */
function stylesIn(styles: Element | undefined): ReadonlyMap<string, Place> {
  const all = new Map(
    (styles === undefined ? [] : elementsIn(styles)).map((style) => [
      style.attributes['w:styleId'] ?? '',
      style,
    ]),
  );
  const placeOf = (id: string, depth: number): Place | undefined => {
    const style = all.get(id);
    if (style === undefined || depth > 20) return undefined;
    const below = placeOf(valueAt(style, 'w:basedOn') ?? '', depth + 1);
    return placeIn(childAt(style, 'w:pPr', 'w:numPr'), id, below);
  };
  return new Map(
    [...all.keys()].flatMap((id) => {
      const place = placeOf(id, 0);
      return place === undefined ? [] : [[id, place] as const];
    }),
  );
}
