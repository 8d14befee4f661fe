/** 流转记录 as a timeline: what happened, when, by whom, where it led. Pure. */
import type { PlanClock } from '../../../domain/plan-clock';
import { realTime } from '../../../domain/plan-clock';
import { isRecord } from '../../../engine/core';
import type { JournalLine, PersonRow } from '../../../ledger';
import { localTime } from '../../../machines/local-time';
import type { Language } from '../../../words/catalogue';
import { eventWords } from '../../../words/events';
import { journalWords, ownSteps } from '../../../words/journal';
import { problemWords } from '../../../words/pages/problem';
import { terms, termOf } from '../../../words/terms';
import { filesIn, type NamedFile } from './filed-files';

export interface Entry {
  /** Null for a refused command: it has no place in the chain. */
  readonly sequence: number | null;
  /** Of the plan's own clock, `2026-11-30 09:00`. */
  readonly at: string;
  readonly title: string;
  readonly who: string;
  readonly isRefused: boolean;
  /** Null where it led nowhere else. */
  readonly stage: string | null;
  readonly lamp: string | null;
  /** What people wrote, and why it was refused. */
  readonly said: readonly string[];
  readonly files: readonly NamedFile[];
}

interface Telling {
  readonly people: readonly PersonRow[];
  readonly clock: PlanClock;
  readonly language: Language;
  /** The system's own steps too. */
  readonly all: boolean;
}

/** The newest first. */
export function timelineOf(lines: readonly JournalLine[], telling: Telling): readonly Entry[] {
  let before: Standing = { stage: null, lamp: null };
  const entries: Entry[] = [];
  for (const line of lines) {
    const now = standingIn(line) ?? before;
    if (telling.all || !ownSteps.has(String(line['kind'])))
      entries.push(entryOf(line, before, now, telling));
    before = now;
  }
  return entries.reverse();
}

interface Standing {
  readonly stage: string | null;
  readonly lamp: string | null;
}

function standingIn(line: JournalLine): Standing | null {
  const shown = 'shown' in line && isRecord(line['shown']) ? line['shown'] : null;
  if (shown === null) return null;
  return { stage: textIn(shown['stage']), lamp: textIn(shown['lamp']) };
}

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function entryOf(line: JournalLine, before: Standing, now: Standing, telling: Telling): Entry {
  const { people, clock, language } = telling;
  const fields = isRecord(line['fields']) ? line['fields'] : {};
  const said = [fields['text'], fields['reason'], fields['why'], line['reason']];
  return {
    sequence: 'sequence' in line ? Number(line['sequence']) : null,
    at: timeOf(line['at'], line['kind'] === 'refused' ? realTime : clock),
    title: titleOf(line, language),
    who: whoOf(line['by'], people, language),
    isRefused: line['kind'] === 'refused',
    stage:
      now.stage === before.stage || now.stage === null
        ? null
        : termOf(terms[language].stages, now.stage),
    lamp: now.lamp === before.lamp ? null : now.lamp,
    said: [
      ...new Set(said.flatMap((each) => (typeof each === 'string' && each !== '' ? [each] : []))),
    ],
    files: filesIn(fields['evidence']),
  };
}

function timeOf(at: unknown, clock: PlanClock): string {
  return typeof at !== 'string' || Number.isNaN(Date.parse(at)) ? '' : localTime(clock, at);
}

function titleOf(line: JournalLine, language: Language): string {
  const { kinds, events } = journalWords[language];
  const [kind, event] = [String(line['kind']), String(line['event'])];
  // XState's own name of a delay says where in the chart it is; what it means follows as a line of its own.
  const named = event.startsWith('xstate.after.')
    ? ''
    : ((eventWords[language].titles as Readonly<Record<string, string>>)[event] ??
      events[event] ??
      event);
  return [kinds[kind] ?? '', named].filter((part) => part !== '').join(' ');
}

function whoOf(by: unknown, people: readonly PersonRow[], language: Language): string {
  const { decidedBy, recordedBy = decidedBy } = isRecord(by) ? by : {};
  if (typeof decidedBy !== 'string' || typeof recordedBy !== 'string') return '';
  const name = (id: string): string => people.find((person) => person.id === id)?.name ?? id;
  return problemWords[language].by(name(decidedBy), name(recordedBy));
}
