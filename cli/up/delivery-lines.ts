/** What a person at the terminal reads of the messages of one morning: the gravest first, one line a matter, the rest counted. */
import type { Digest, DigestItem } from '../../domain/digest';
import { roleTerms } from '../../domain/role-terms';
import { lamps, roles, type Lamp } from '../../domain/words';

const marks: Readonly<Record<Lamp, string>> = {
  overdue: '🔴 红灯',
  behind: '🟡 黄灯',
  approaching: '🔵 蓝灯',
  normal: '⚪ 提醒',
};

/** How many matters of one morning are told. */
const told = 3;

/** One matter and all who were told of it first. */
interface Matter {
  readonly item: DigestItem;
  readonly to: readonly Digest[];
}

/** @param digests all of one morning; at most four lines come of them */
export function linesOfMorning(day: string, digests: readonly Digest[]): readonly string[] {
  const matters = mattersOf(digests);
  const shown = matters.slice(0, told);
  const rest = matters.slice(told).flatMap(({ to }) => to);
  const more = rest.length === 0 ? [] : [`${' '.repeat(day.length)}  另有 ${rest.length} 份`];
  return [...shown.map((matter) => `${day}  ${lineOf(matter)}`), ...more];
}

function mattersOf(digests: readonly Digest[]): readonly Matter[] {
  const matters = new Map<string, Matter>();
  for (const digest of digests) {
    const item = gravest(digest.items);
    if (item === undefined) continue;
    const key = `${item.problem?.seq ?? ''} ${item.why}`;
    const { to = [] } = matters.get(key) ?? {};
    matters.set(key, { item, to: [...to, digest] });
  }
  return [...matters.values()].sort((one, other) => weight(other) - weight(one));
}

/** By lamp, then by whether it has climbed to the principal, then by how many are told. */
function weight({ item, to }: Matter): number {
  const climbed = to.some(({ items }) => items.some(({ role }) => role === 'principal'));
  return lamps.indexOf(item.lamp) * 1000 + (climbed ? 100 : 0) + to.length;
}

function lineOf({ item, to }: Matter): string {
  const about = item.problem === null ? '整改工作整体' : `问题${item.problem.seq}`;
  return `${marks[item.lamp]} → ${to.map(personWords).join('、')}：${about} ${item.why}`;
}

function personWords({ person, items }: Digest): string {
  const held = roles.find((role) => items.some((item) => item.role === role));
  const role = held === undefined ? '' : roleTerms[held];
  return items.length === 1
    ? `${role}${person.name}`
    : `${role}${person.name}（共${items.length}项）`;
}

function gravest(items: readonly DigestItem[]): DigestItem | undefined {
  return [...items].sort((one, other) => lamps.indexOf(other.lamp) - lamps.indexOf(one.lamp))[0];
}
