/** What people ask a ledger, each question as often as it is asked with other words in it. */
import { realTime } from '../domain/plan-clock';
import type { Ledger, ProblemFilter } from '../ledger';
import { nameOf, problemsEach, rectificationId } from './ledger-lines';

export interface Question {
  readonly what: string;
  /** @param turn counts from 0. @returns how much was found */
  readonly ask: (ledger: Ledger, turn: number, size: Size) => Promise<number>;
}

export interface Size {
  readonly problems: number;
  readonly rectifications: number;
}

/** A page of a list, and lines that a search gives. */
const limit = 50;
const linesFound = 20;

const list = (
  what: string,
  filterOf: (turn: number, size: Size) => ProblemFilter,
): readonly Question[] => [
  {
    what: `list: ${what}, first page`,
    ask: async (ledger, turn, size) =>
      (await ledger.problems(filterOf(turn, size), { limit })).length,
  },
  {
    what: `list: ${what}, a later page`,
    ask: async (ledger, turn, size) => {
      const after = { rectification: someRectification(turn, size), seq: problemsEach / 2 };
      return (await ledger.problems(filterOf(turn, size), { limit, after })).length;
    },
  },
];

type PersonOf = (turn: number, size: Size) => string | undefined;

const nobody: PersonOf = () => undefined;

const search = (what: string, text: string | undefined, personOf = nobody): Question => ({
  what: `search: ${what}`,
  ask: async (ledger, turn, size) => {
    const person = personOf(turn, size);
    const wanted = {
      ...(text === undefined ? {} : { text }),
      ...(person === undefined ? {} : { person }),
    };
    const problems = await ledger.problems(wanted, { limit: linesFound });
    const lines = await ledger.searchLines({ ...wanted, limit: linesFound });
    return problems.length + lines.length;
  },
});

/** Spread over all of them, the same at every run. */
function someNumber(turn: number, { rectifications }: Size): number {
  return (turn * 379 + 11) % rectifications;
}

function someRectification(turn: number, size: Size): string {
  return rectificationId(someNumber(turn, size));
}

function somebody(turn: number, size: Size): string {
  return nameOf(someNumber(turn, size), turn % 40);
}

const lamps = ['overdue', 'attention', 'normal'];
const departments = ['财务科', '河湖管理科', '人事科'];
const pick = (from: readonly string[], turn: number): string => from[turn % from.length] ?? '';

export const questions: readonly Question[] = [
  ...list('everything', () => ({})),
  ...list('one rectification', (turn, size) => ({ rectification: someRectification(turn, size) })),
  ...list('a kind', () => ({ kinds: ['longTerm'] })),
  ...list('a stage', () => ({ stages: ['review'] })),
  ...list('a lamp', (turn) => ({ lamps: [pick(lamps, turn)] })),
  ...list('a department', (turn) => ({ department: pick(departments, turn) })),
  ...list('a department nobody has', () => ({ department: '档案馆' })),
  ...list('a responsible leader', (turn) => ({ responsibleLeader: `p${turn % 5}` })),
  ...list('open ones', () => ({ open: true })),
  ...list('a person', (turn, size) => ({ person: somebody(turn, size) })),
  ...list('a frequent word', () => ({ text: '台账' })),
  ...list('two words', () => ({ text: '合同 财务科' })),
  ...list('stage, lamp, kind and department', (turn) => ({
    ...{ stages: ['review'], lamps: ['overdue'], kinds: ['longTerm'] },
    department: pick(departments, turn),
  })),
  ...list('lamp, word and department', (turn) => ({
    ...{ lamps: ['overdue'], text: '台账' },
    department: pick(departments, turn),
  })),
  ...list('person, stage and lamp', (turn, size) => ({
    ...{ person: somebody(turn, size), stages: ['rectifying', 'review'], lamps: ['normal'] },
  })),
  ...list('one rectification, lamp and word', (turn, size) => ({
    ...{ rectification: someRectification(turn, size), lamps: ['normal'], text: '资金' },
  })),
  search('a rare word', '采砂船'),
  search('a word nobody wrote', '航空母舰'),
  search('a frequent word', '台账'),
  search('one character', '账'),
  search('two frequent words', '合同 附清单'),
  search('a rare and a frequent word', '采砂船 台账'),
  search('a person', undefined, somebody),
  search('an id that many have', undefined, (turn) => `p${turn % 40}`),
  search('a person’s word', '台账', somebody),
  {
    what: 'table: a rectification by lamp, its first page',
    ask: async (ledger, turn, size) => {
      const filter = { rectifications: [someRectification(turn, size)] };
      const sorting = { by: 'lamp', down: false } as const;
      return (await ledger.overview.sorted(filter, sorting, { limit })).rows.length;
    },
  },
  {
    what: 'overview: where a rectification’s problems stand',
    ask: async (ledger, turn, size) =>
      (await ledger.overview.places(someRectification(turn, size))).length,
  },
  {
    what: 'overview: its course day by day',
    ask: async (ledger, turn, size) =>
      (await ledger.overview.course(someRectification(turn, size), realTime)).length,
  },
  {
    what: 'calendar: a month of it',
    ask: async (ledger, turn, size) => {
      const rectifications = [someRectification(turn, size)];
      const month = { from: '2026-06-01', to: '2026-06-30' };
      return (await ledger.overview.dates({ rectifications, ...month })).length;
    },
  },
  { what: 'stats', ask: async (ledger) => (await ledger.counts()).length },
  {
    what: 'show: a problem and its journal',
    ask: async (ledger, turn, size) => {
      const rectification = someRectification(turn, size);
      const after = { rectification, seq: turn % problemsEach };
      const [problem] = await ledger.problems({ rectification }, { limit: 1, after });
      return (await ledger.read(problem?.workflow ?? '')).length;
    },
  },
  {
    what: 'show: a rectification’s whole record',
    ask: async (ledger, turn, size) =>
      (await ledger.readRectification(someRectification(turn, size))).length,
  },
];
