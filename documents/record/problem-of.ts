// One problem as a document prints it, from its lines: its facts, where it stands, and what people did.
import {
  kinds,
  lamps,
  outcomes,
  recurrences,
  statuses,
  type PlainDate,
  type Status,
} from '../../domain/words';
import type { MeasureRecord, ProblemRecord } from '../export/record';
import { noDeeds, type Deeds } from './deeds';
import {
  happeningOf,
  listIn,
  numberIn,
  textIn,
  textsIn,
  valuesIn,
  wordIn,
  type RecordLine,
  type Values,
} from './line';
import { nameOf, type Named } from './names';
import { withDeed } from './with-deed';

export interface Setting {
  readonly people: ReadonlyMap<string, Named>;
  readonly dayOf: (at: string) => PlainDate;
  /** What people call a stage. */
  readonly stageWord: (stage: string) => string;
  /** The concentrated period is over: what is open then prints as not completed. */
  readonly periodHasEnded: boolean;
}

interface Folded {
  readonly facts: Values;
  readonly shown: Values;
  readonly dueOn: PlainDate | null;
  readonly deeds: Deeds;
}

/** @param lines in order; null when there is none */
export function problemOf(lines: readonly RecordLine[], setting: Setting): ProblemRecord | null {
  const start: Folded = { facts: {}, shown: {}, dueOn: null, deeds: noDeeds };
  const folded = lines.reduce((before, line) => withLine(before, line, setting), start);
  return lines.length === 0 ? null : recordOf(folded, setting);
}

function withLine(before: Folded, line: RecordLine, { people, dayOf }: Setting): Folded {
  const happening = happeningOf(line);
  const statusBefore = textIn(before.shown, 'status');
  const scene = {
    ...{ statusBefore, factsBefore: before.facts, dueBefore: before.dueOn },
    ...{ people, dayOf },
  };
  const { shown, facts } = happening;
  return {
    facts: { ...before.facts, ...facts },
    shown,
    // While nothing is due, the last date stands for the work.
    dueOn: textIn(shown, 'dueOn') ?? before.dueOn,
    deeds: withDeed(before.deeds, happening, scene),
  };
}

function recordOf({ facts, shown, deeds }: Folded, setting: Setting): ProblemRecord {
  const { asked: _asked, ...done } = deeds;
  return {
    ...placeOf(facts),
    ...standingOf(facts, shown, setting),
    ...partiesOf(facts, setting),
    measures: listIn(facts, 'measures').map((measure) => measureOf(valuesIn(measure), setting)),
    subFindings: listIn(facts, 'subFindings').map((each) => {
      const finding = valuesIn(each);
      const outcome = wordIn(finding['outcome'], outcomes, null);
      return { text: textIn(finding, 'text') ?? '', outcome };
    }),
    results: [],
    ...done,
  };
}

function placeOf(facts: Values) {
  return {
    seq: numberIn(facts, 'seq') ?? 0,
    number: numberIn(facts, 'number'),
    section: textIn(facts, 'section'),
    group: textIn(facts, 'group'),
    title: textIn(facts, 'title') ?? '',
    predecessor: textIn(facts, 'predecessor'),
    publicText: textIn(facts, 'publicText'),
    withheld: textIn(facts, 'withheld'),
    dueWords: textIn(facts, 'dueWords'),
  };
}

function standingOf(facts: Values, shown: Values, setting: Setting) {
  const stage = textIn(shown, 'stage') ?? '';
  return {
    kind: wordIn(shown['kind'], kinds, 'timeLimited'),
    stage: setting.stageWord(stage),
    lamp: wordIn(shown['lamp'], lamps, 'normal'),
    status: statusOf(facts, shown, setting.periodHasEnded),
    outcome: wordIn(facts['outcome'], outcomes, null),
    round: numberIn(shown, 'round') ?? 1,
    dueOn: textIn(shown, 'dueOn'),
  };
}

/** After the period's end what is open is not completed, unless it was submitted in time and is under review. */
function statusOf(facts: Values, shown: Values, periodHasEnded: boolean): Status {
  const status = wordIn(shown['status'], statuses, 'inProgress');
  if (!periodHasEnded || status !== 'inProgress') return status;
  const inReview = shown['stage'] === 'reviewing' && facts['submittedOnTime'] === true;
  return inReview ? 'inProgress' : 'notCompleted';
}

function partiesOf(facts: Values, { people }: Setting) {
  const head = textIn(facts, 'departmentHead');
  return {
    department: textIn(facts, 'department'),
    assisting: textsIn(facts, 'assisting'),
    handlers: textsIn(facts, 'handlers').map((id) => nameOf(id, people)),
    departmentHead: head === null ? null : nameOf(head, people),
    responsibleLeader: textIn(facts, 'responsibleLeader'),
  };
}

function measureOf(measure: Values, { dayOf }: Setting): MeasureRecord {
  const doneAt = textIn(measure, 'doneAt');
  return {
    ordinal: numberIn(measure, 'ordinal') ?? 0,
    text: textIn(measure, 'text') ?? '',
    department: textIn(measure, 'department'),
    due: textIn(measure, 'due'),
    recurrence: wordIn(measure['recurrence'], recurrences, null),
    done: doneAt !== null,
    doneOn: doneAt === null ? null : dayOf(doneAt),
  };
}
