/** A timetable as people read it: by day, what happens alike to several problems in one line. */
import type { EntryKind, Rehearsal, TimetableEntry } from '../../client/rehearse';
import { weekday } from '../../domain/plain-date';
import { roleTerms } from '../../domain/role-terms';
import { lampWords } from '../../machines';
import { seqWords } from '../../domain/seq-words';

const kindWords: Readonly<Record<EntryKind, string>> = {
  reminder: '提醒',
  digest: '送达',
  red: '送达',
  milestone: '亮灯',
  deadline: '时限',
  decision: '办理',
  refusal: '未被接受',
};

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** Days under their headings, in order of time. */
export function dayLines({ timetable }: Pick<Rehearsal, 'timetable'>): readonly string[] {
  const lines: string[] = [];
  let day = '';
  for (const alike of together(timetable)) {
    const [first] = alike;
    if (first === undefined) continue;
    if (first.at.slice(0, 10) !== day) {
      day = first.at.slice(0, 10);
      lines.push('', `${day} 星期${weekdays[weekday(day) - 1] ?? ''}`);
    }
    lines.push(`  ${lineOf(first, alike)}`);
  }
  return lines.slice(1);
}

/** Entries of one moment that differ in the problem only, at the place of the first of them. */
function together(timetable: readonly TimetableEntry[]): readonly (readonly TimetableEntry[])[] {
  const groups = new Map<string, TimetableEntry[]>();
  for (const entry of timetable) {
    const { at, kind, to, why, lamp, problem } = entry;
    const key = JSON.stringify([at, kind, to, why, lamp, problem === null]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()];
}

function lineOf(
  { at, kind, to, why, lamp }: TimetableEntry,
  alike: readonly TimetableEntry[],
): string {
  const seqs = alike.flatMap(({ problem }) => problem?.seq ?? []);
  const what =
    seqs.length > 0
      ? `问题${seqWords(seqs)}`
      : kind === 'digest' || kind === 'red'
        ? ''
        : '整改总体';
  const who = to.map(({ name, role }) => whoWords(name, role === null ? '' : roleTerms[role]));
  const lit = kind === 'milestone' && lamp !== null ? lampWords[lamp] : '';
  return [at.slice(11), kindWords[kind], what, who.join('、'), lit, why].filter(Boolean).join('  ');
}

/** A stand-in bears its role's name: it is not said twice. */
function whoWords(name: string, role: string): string {
  return role === '' || name === role ? name : `${role} ${name}`;
}
