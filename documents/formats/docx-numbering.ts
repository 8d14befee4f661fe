// Automatic numbers of Word paragraphs, which are in no text: counted along the document and written as they are printed.
import type { Archive } from './open-zip';
import { numeral } from './numerals';
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
}

export function numbersIn(archive: Archive): Numbers {
  const lists = listsIn(partOf(archive, 'word/numbering.xml', 'w:numbering'));
  const styled = stylesIn(partOf(archive, 'word/styles.xml', 'w:styles'));
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return {
    next: (paragraph) => {
      const style = valueAt(paragraph, 'w:pPr', 'w:pStyle');
      const place = placeIn(childAt(paragraph, 'w:pPr', 'w:numPr')) ?? styled.get(style ?? '');
      const list = place && lists.get(place.list);
      if (place === undefined || list === undefined) return '';
      const level = place.level ?? levelOfStyle(list, style) ?? 0;
      const counted = counts.get(list.kind) ?? new Map<number, number>();
      counts.set(list.kind, counted);
      const restart = begun.has(`${place.list}/${level}`) ? undefined : list.restarts.get(level);
      begun.add(`${place.list}/${level}`);
      count(counted, level, list, restart);
      return printed(list, level, counted);
    },
  };
}

function partOf({ text }: Archive, name: string, root: string): Element | undefined {
  const part = text(name);
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
  for (const deeper of counted.keys()) if (deeper > level) counted.delete(deeper);
}

function printed({ levels }: List, level: number, counted: ReadonlyMap<number, number>): string {
  const { format = 'none', text = '' } = levels.get(level) ?? {};
  if (format === 'bullet' || format === 'none') return '';
  const number = text.replace(/%([1-9])/g, (_all, digit: string) => {
    const of = Number(digit) - 1;
    const { start = 1, format: ofFormat = 'decimal' } = levels.get(of) ?? {};
    return numeral(counted.get(of) ?? start, ofFormat);
  });
  return /[\d\p{L}]$/u.test(number) ? `${number} ` : number;
}

function listsIn(numbering: Element | undefined): ReadonlyMap<string, List> {
  const parts = numbering === undefined ? [] : elementsIn(numbering);
  const kinds = new Map(
    parts
      .filter(({ name }) => name === 'w:abstractNum')
      .map((kind) => [kind.attributes['w:abstractNumId'] ?? '', levelsIn(kind)] as const),
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

function levelsIn(parent: Element): ReadonlyMap<number, Level> {
  const levels = elementsIn(parent).filter(({ name }) => name === 'w:lvl');
  return new Map(
    levels.map((level) => [
      Number(level.attributes['w:ilvl']) || 0,
      {
        start: Number(valueAt(level, 'w:start') ?? 1) || 0,
        format: valueAt(level, 'w:numFmt') ?? 'decimal',
        text: valueAt(level, 'w:lvlText') ?? '',
        style: valueAt(level, 'w:pStyle'),
      },
    ]),
  );
}

function overridden(
  list: Element,
  levels: ReadonlyMap<number, Level>,
): Pick<List, 'levels' | 'restarts'> {
  const overrides = elementsIn(list).filter(({ name }) => name === 'w:lvlOverride');
  const restarts = overrides.flatMap((override) => {
    const start = valueAt(override, 'w:startOverride');
    return start === null
      ? []
      : [[Number(override.attributes['w:ilvl']) || 0, Number(start)] as const];
  });
  const own = overrides.flatMap((override) => [...levelsIn(override)]);
  return { levels: new Map([...levels, ...own]), restarts: new Map(restarts) };
}

function placeIn(numbering: Element | undefined): Place | undefined {
  const list = valueAt(numbering, 'w:numId');
  const level = valueAt(numbering, 'w:ilvl');
  return list === null ? undefined : { list, level: level === null ? null : Number(level) };
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
    const own = placeIn(childAt(style, 'w:pPr', 'w:numPr'));
    return own ?? placeOf(valueAt(style, 'w:basedOn') ?? '', depth + 1);
  };
  return new Map(
    [...all.keys()].flatMap((id) => {
      const place = placeOf(id, 0);
      return place === undefined ? [] : [[id, place] as const];
    }),
  );
}
