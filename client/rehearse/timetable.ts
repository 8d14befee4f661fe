/** From what happened to what people read: who is told or decides what, when and why. */
import { planDayOf, planTimeOf } from '../../domain/plain-date';
import { toPlan, type PlanClock } from '../../domain/plan-clock';
import type { Reception } from '../../domain/reception';
import type { Recipient } from '../../domain/remind-request';
import type { Schedule, Wait } from '../../domain/schedule';
import { dueTerms } from '../../domain/wait-words';
import type { Instant } from '../../domain/words';
import { problemEvents, rectificationEvents } from '../../machines';
import type { Command, Happening } from './happening';
import type { Addressee, TimetableEntry } from './rehearsal';

type Told = Omit<TimetableEntry, 'at' | 'problem'>;

/** In the order in which it happened. */
export function timetableOf(
  happenings: readonly Happening[],
  reception: Reception,
): readonly TimetableEntry[] {
  const titles = new Map(reception.problems.map(({ seq, title }) => [seq, title]));
  return happenings.flatMap((happening) => {
    const told = toldOf(happening, reception);
    if (told === null) return [];
    const seq = seqIn(happening.workflow);
    const problem = seq === null ? null : { seq, title: titles.get(seq) ?? '' };
    return [{ at: localOf(reception.clock, happening.at), problem, ...told }];
  });
}

/** `2026-11-30 09:00` in the plan's time. */
export function localOf(clock: PlanClock, real: Instant): string {
  const plan = toPlan(clock, real);
  return `${planDayOf(plan)} ${planTimeOf(plan)}`;
}

function seqIn(workflow: string): number | null {
  const found = /^problem\/.*\/(\d+)$/.exec(workflow)?.[1];
  return found === undefined ? null : Number(found);
}

function toldOf(happening: Happening, reception: Reception): Told | null {
  switch (happening.kind) {
    case 'reminded': {
      const { recipients, why, missed, lamp } = happening.request;
      const before = missed.length === 0 ? '' : `（此前应提醒：${missed.join('；')}）`;
      return { kind: 'reminder', to: recipients.map(addressee), why: `${why}${before}`, lamp };
    }
    case 'delivered': {
      const { person, red, items } = happening.digest;
      const to = [{ id: person.id, name: person.name, role: null }];
      const what = red ? '红灯提醒' : '提醒汇总';
      return { kind: red ? 'red' : 'digest', to, why: `${what}，${items.length}项`, lamp: null };
    }
    case 'scheduled':
      return {
        kind: 'deadline',
        to: [],
        why: dateWords(happening.wait, happening.schedule),
        lamp: null,
      };
    case 'reached': {
      const { audience, why, lamp } = happening.milestone;
      return audience.length > 0 ? null : { kind: 'milestone', to: [], why, lamp };
    }
    case 'decided':
      return { kind: 'decision', ...byWhom(happening.command, reception), lamp: null };
    case 'refused': {
      const { to, why } = byWhom(happening.command, reception);
      return { kind: 'refusal', to, why: `${why}：${happening.why}`, lamp: null };
    }
  }
}

function addressee({ person, role }: Recipient): Addressee {
  return { id: person.id, name: person.name, role };
}

function dateWords(wait: Wait, { dueOn, because, provisional }: Schedule): string {
  return `${dueTerms[wait]} ${dueOn}${provisional ? '（暂定）' : ''}：${because.join('；')}`;
}

const titles: Readonly<Record<string, { readonly title: string }>> = {
  ...rectificationEvents,
  ...problemEvents,
};

function byWhom({ event, by }: Command, { people }: Reception): Pick<Told, 'to' | 'why'> {
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? id;
  const { decidedBy, recordedBy } = by;
  const recorded = recordedBy === decidedBy ? '' : `（${nameOf(recordedBy)}代录）`;
  const what = titles[event.type]?.title ?? event.type;
  return {
    to: [{ id: decidedBy, name: nameOf(decidedBy), role: null }],
    why: `${what}${recorded}`,
  };
}
