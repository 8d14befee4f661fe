/**
 * A journal as it can be compared with another world's: instants as minutes of the plan, and what has no order of its own put
 * in one. On a server several things of one instant come in any order: what other workflows send, how activities come out,
 * and which of two timers fires first. Of those it is compared that they happen, in which minute and with what; what people
 * do, and what one timer alone does, is compared in order with where it leads and what it shows.
 */
import { localOf } from '../../../client/rehearse/timetable';
import type { PlanClock } from '../../../domain/plan-clock';
import type { JsonObject, Line } from '../../../engine/core';

/** The journal's lines, each as text. */
export function comparable(lines: readonly Line[], clock: PlanClock): readonly string[] {
  return minutesOf(lines, clock).flatMap((minute) => minuteInOrder(minute, clock));
}

/** A line that stands for itself, or a timer's with what was emitted as it fired. */
interface Block {
  readonly kind: 'ordered' | 'timer' | 'concurrent';
  readonly lines: readonly Line[];
}

function minuteInOrder(lines: readonly Line[], clock: PlanClock): readonly string[] {
  const blocks = blocksOf(lines);
  const of = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind);
  const timers = of('timer');
  const written = ({ lines: own }: Block, whole: boolean): string =>
    own.map((line) => text(line, whole, clock)).join('\n');
  const alone = timers.length === 1;
  return [
    ...of('ordered').map((block) => written(block, true)),
    ...timers.map((block) => written(block, alone)).sort(),
    ...of('concurrent')
      .map((block) => written(block, false))
      .sort(),
  ];
}

function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks: { kind: Block['kind']; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.kind === 'emitted' && last !== undefined) last.lines.push(line);
    else blocks.push({ kind: kindOf(line), lines: [line] });
  }
  return blocks;
}

/** What comes from other workflows and from activities is concurrent; only people and the beginning have an order. */
function kindOf({ kind, by }: Line): Block['kind'] {
  if (kind === 'timer') return 'timer';
  const ofPeople = by !== null && !('workflow' in by);
  return kind === 'begun' || ofPeople ? 'ordered' : 'concurrent';
}

/**
 * A delivery says when it was made by the worker's own clock, which does not skip, and a digest's item has the number of the
 * step that asked for it, which is another where two timers changed places, as has a message's key, which is made from those
 * of its items: the rest is compared.
 */
function comparableFields({ event, fields }: Line): Line['fields'] {
  if (event === 'deliver' && Array.isArray(fields))
    return (fields as readonly JsonObject[]).map(({ at: _at, key, ...rest }) => ({
      ...rest,
      key: typeof key === 'string' ? digestOf(key) : null,
    }));
  if (event !== 'add') return fields;
  const { key: _key, ...item } = (fields as { readonly item: JsonObject }).item;
  return { item };
}

/** The digest that a message's key is of: without what it is made from, and the channel. */
export function digestOf(messageKey: string): string {
  return messageKey.replace(/\/[0-9a-z]{12}(\/list)?$/, '');
}

function text(line: Line, whole: boolean, clock: PlanClock): string {
  const { at, kind, event, by, reason, from, to, shown } = line;
  const said = { at, kind, event, fields: comparableFields(line), by, reason };
  return JSON.stringify(inMinutes(whole ? { ...said, from, to, shown } : said, clock));
}

function minutesOf(lines: readonly Line[], clock: PlanClock): readonly (readonly Line[])[] {
  const minutes = new Map<string, Line[]>();
  for (const line of lines) {
    const minute = localOf(clock, line.at);
    minutes.set(minute, [...(minutes.get(minute) ?? []), line]);
  }
  return [...minutes.values()];
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Instants to the minute, and keys in one order. */
function inMinutes(value: unknown, clock: PlanClock): unknown {
  if (typeof value === 'string') return instant.test(value) ? localOf(clock, value) : value;
  if (Array.isArray(value)) return value.map((each) => inMinutes(each, clock));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inMinutes(inner, clock)]));
}
