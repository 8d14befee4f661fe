/** The reminders that had to come, against the messages people got. */
import type { Told } from './messages';
import type { Reminder } from './reminders';

export interface Expected extends Reminder {
  readonly rectification: string;
  readonly seq: number;
}

export interface ReminderTally {
  readonly due: number;
  readonly missing: readonly string[];
  /** Could have been overtaken by a step, and have come or not. */
  readonly overtaken: number;
  /** The same reminder in another message, or the same message again where the channel could tell. */
  readonly repeated: readonly string[];
  /** The same mail again after its server took it and the sender never learnt of that. */
  readonly couldNotTell: number;
  /** Nobody was to be told. */
  readonly notDue: readonly string[];
}

/** @param excused whether whoever sent this message may not have learnt that it arrived: only then may it come again */
export function tallyReminders(
  expected: readonly Expected[],
  told: readonly Told[],
  excused: (message: Told) => boolean,
): ReminderTally {
  const { once, couldNotTell, repeated } = withoutRepeats(told, excused);
  const came = once.filter(({ seq }) => seq !== null);
  const groups = groupBy(expected, keyOf);
  const missing: string[] = [];
  const surplus: string[] = [];
  for (const [key, all] of groups) {
    const [one] = all;
    if (one === undefined) continue;
    const owed = all.filter((each) => each.owed).length;
    const found = came.filter((each) => isOf(each, one)).length;
    if (found < owed) missing.push(`${key} (${found} of ${owed})`);
    if (found > all.length) surplus.push(`${key} (${found} instead of ${all.length})`);
  }
  return {
    due: expected.filter(({ owed }) => owed).length,
    missing,
    overtaken: expected.filter(({ owed }) => !owed).length,
    repeated: [...repeated, ...surplus],
    couldNotTell,
    notDue: came.filter((each) => !groups.has(keyOf(each))).map(keyOf),
  };
}

interface Sifted {
  readonly once: readonly Told[];
  readonly repeated: readonly string[];
  readonly couldNotTell: number;
}

/** The same message key again is the same message again. */
function withoutRepeats(told: readonly Told[], excused: (message: Told) => boolean): Sifted {
  const messages = groupBy(told, ({ channel, key }) => `${channel} ${key}`);
  const once: Told[] = [];
  const repeated: string[] = [];
  let couldNotTell = 0;
  for (const [key, items] of messages) {
    const times = [...new Set(items.map(({ at }) => at))].sort((one, other) => one - other);
    once.push(...items.filter(({ at }) => at === times[0]));
    for (const [index] of times.slice(1).entries()) {
      const before = items.find(({ at }) => at === times[index]);
      if (before !== undefined && excused(before)) couldNotTell += 1;
      else repeated.push(`${key} again`);
    }
  }
  return { once, repeated, couldNotTell };
}

type Keyed = Pick<Expected, 'rectification' | 'channel' | 'person' | 'why'> & {
  readonly seq: number | null;
};

function keyOf({ rectification, seq, channel, person, why }: Keyed): string {
  return `${rectification}/${seq} ${channel} ${person}: ${why}`;
}

function isOf(told: Told, expected: Expected): boolean {
  return (
    told.rectification === expected.rectification &&
    told.seq === expected.seq &&
    told.person === expected.person &&
    told.channel === expected.channel &&
    (told.why === expected.why || `；${told.missed}；`.includes(`；${expected.why}；`))
  );
}

function groupBy<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
