// Records for tests: the emptiest one, changed where a test says so.
import type { MeasureRecord, ProblemRecord, RectificationRecord } from '../../../../documents';

export function aProblem(facts: Partial<ProblemRecord> = {}): ProblemRecord {
  return {
    seq: 1,
    number: null,
    section: null,
    group: null,
    title: '取水许可监管不严',
    publicText: null,
    withheld: null,
    kind: 'timeLimited',
    stage: '整改中',
    lamp: 'normal',
    status: 'inProgress',
    outcome: null,
    round: 1,
    predecessor: null,
    dueOn: null,
    dueWords: null,
    department: null,
    assisting: [],
    handlers: [],
    departmentHead: null,
    responsibleLeader: null,
    measures: [],
    subFindings: [],
    reports: [],
    results: [],
    extensions: [],
    carriedOver: null,
    suspended: null,
    urges: [],
    reviews: [],
    phase: null,
    signedOff: null,
    evidence: [],
    lookBack: null,
    ...facts,
  };
}

export function aMeasure(facts: Partial<MeasureRecord> = {}): MeasureRecord {
  return {
    ordinal: 1,
    text: '逐户下达限期安装通知书',
    department: null,
    due: null,
    recurrence: null,
    done: false,
    doneOn: null,
    ...facts,
  };
}

export function aRecord(facts: Partial<RectificationRecord> = {}): RectificationRecord {
  return {
    id: '20260302-5f1c',
    unit: '云川县水务局',
    signer: null,
    inspectedBy: null,
    inspectionWord: '巡察',
    arrangedBy: null,
    inspection: { from: null, to: null },
    feedbackOn: null,
    concentratedEnd: null,
    asOf: '2026-09-10',
    reportOn: null,
    publicity: null,
    contact: null,
    addressee: null,
    organisation: [],
    nextSteps: [],
    journal: { lines: 482, hash: '3fa91c0b77de'.padEnd(64, '0') },
    problems: [],
    ...facts,
  };
}
