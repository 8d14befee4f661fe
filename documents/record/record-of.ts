// 台账 into what documents are made from: one rectification as of a day, from the lines of its journal. Pure.
import { planDayAt, realTime, type PlanClock } from '../../domain/plan-clock';
import type { Instant, PlainDate } from '../../domain/words';
import type { RectificationRecord } from '../export/record';
import type { AuthorsPart } from './authors-part';
import { happeningOf, numberIn, textIn, valuesIn, type RecordLine, type Values } from './line';
import { peopleIn } from './names';
import { problemOf, type Setting } from './problem-of';

export interface RecordRequest {
  readonly id: string;
  /** All lines of the rectification's workflows in the order of recording. */
  readonly lines: readonly RecordLine[];
  /** What happened later is left out. A day of the rectification's own calendar. */
  readonly asOf: PlainDate;
  /** What people write for their documents and no workflow asks for. */
  readonly author: AuthorsPart;
  /** What people call a stage. */
  readonly stageWord: (stage: string) => string;
}

/** The rectification's own calendar, by its lines: in a demonstration a day lasts seconds. */
function clockIn(lines: readonly RecordLine[]): PlanClock {
  const { realAt, planAt, speed } = valuesIn(wholeOf(lines).facts['clock']);
  return typeof realAt === 'string' && typeof planAt === 'string' && typeof speed === 'number'
    ? { realAt, planAt, speed }
    : realTime;
}

/** The rectification's own day; in a demonstration, whose days fly by also while nothing runs, that of its last line. */
export function todayIn(lines: readonly RecordLine[], now: Instant): PlainDate {
  const clock = clockIn(lines);
  const last = lines.at(-1)?.line['at'];
  return planDayAt(clock, clock.speed === 1 || typeof last !== 'string' ? now : last);
}

/** Null when nothing had been recorded by then. */
export function recordOf(request: RecordRequest): RectificationRecord | null {
  const { id, asOf, author } = request;
  const clock = clockIn(request.lines);
  const dayOf = (at: string): PlainDate => planDayAt(clock, at);
  const lines = request.lines.filter(({ line }) => dayOf(String(line['at'])) <= asOf);
  const last = lines.at(-1);
  if (last === undefined) return null;
  const whole = wholeOf(lines);
  const people = peopleIn(whole.facts);
  const periodHasEnded = valuesIn(whole.facts['periodEnd'])['at'] !== undefined;
  const setting = { people, dayOf, stageWord: request.stageWord, periodHasEnded };
  return {
    id,
    ...factsOf(whole, author),
    asOf,
    journal: { lines: last.ordinal, hash: last.head },
    ...authored(author),
    problems: problemsOf(lines, setting, author),
  };
}

interface Whole {
  readonly facts: Values;
  /** By wait: the day that was last worked out. */
  readonly due: ReadonlyMap<string, PlainDate>;
}

function wholeOf(lines: readonly RecordLine[]): Whole {
  const own = lines.filter(({ workflow }) => workflow.startsWith('rectification/'));
  const happenings = own.map(happeningOf);
  const due = happenings.flatMap(({ event, fields }) => {
    const [wait, dueOn] = [textIn(fields, 'wait'), textIn(fields, 'dueOn')];
    return event !== 'schedule' || wait === null || dueOn === null ? [] : [[wait, dueOn] as const];
  });
  const facts = happenings.reduce<Values>((all, each) => ({ ...all, ...each.facts }), {});
  return { facts, due: new Map(due) };
}

function factsOf({ facts, due }: Whole, author: AuthorsPart) {
  const unit = textIn(facts, 'unit') ?? '';
  return {
    unit,
    inspectedBy: author.inspectedBy ?? textIn(facts, 'inspectedBy'),
    inspection: author.inspection ?? periodIn(facts['inspection']),
    feedbackOn: textIn(facts, 'feedbackOn'),
    concentratedEnd: due.get('period') ?? null,
    publicity: author.publicity ?? publicityOf(facts, due),
    contact: author.contact ?? contactIn(facts),
  };
}

function periodIn(value: unknown) {
  const period = valuesIn(value);
  return { from: textIn(period, 'from'), to: textIn(period, 'to') };
}

function publicityOf(facts: Values, due: ReadonlyMap<string, PlainDate>) {
  const from = textIn(valuesIn(facts['publicity']), 'from');
  const to = due.get('publicity');
  return from === null || to === undefined ? null : { from, to };
}

/** Recorded in one's own words when it was published. */
function contactIn(facts: Values): RectificationRecord['contact'] {
  const words = textIn(valuesIn(facts['publicity']), 'contact');
  const nothing = { phone: null, address: null, postcode: null, email: null };
  return words === null ? null : { who: words, ...nothing };
}

function authored(author: AuthorsPart) {
  const { signer, inspectionWord, arrangedBy, reportOn, addressee } = author;
  return {
    ...{ signer, inspectionWord, arrangedBy, reportOn, addressee },
    organisation: author.organisation,
    nextSteps: author.nextSteps,
  };
}

function problemsOf(
  lines: readonly RecordLine[],
  setting: Setting,
  { results }: AuthorsPart,
): RectificationRecord['problems'] {
  const byWorkflow = new Map<string, RecordLine[]>();
  for (const line of lines.filter(({ workflow }) => workflow.startsWith('problem/'))) {
    const known = byWorkflow.get(line.workflow);
    if (known === undefined) byWorkflow.set(line.workflow, [line]);
    else known.push(line);
  }
  return [...byWorkflow.values()]
    .flatMap((own) => problemOf(own.sort(bySequence), setting) ?? [])
    .map((problem) => ({
      ...problem,
      results: results.filter(({ seq }) => seq === problem.seq).map(({ seq: _seq, ...it }) => it),
    }))
    .sort((one, other) => one.seq - other.seq);
}

function bySequence({ line }: RecordLine, { line: other }: RecordLine): number {
  return (numberIn(line, 'sequence') ?? 0) - (numberIn(other, 'sequence') ?? 0);
}
