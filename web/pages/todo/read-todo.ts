/** What a viewer has to do, from the record alone: a page of cards by date, whether Temporal answers or not. */
import type {
  Acting,
  DueDate,
  LatestLine,
  PersonRow,
  ProblemFilter,
  SortedRow,
  SortPlace,
} from '../../../ledger';
import { stages } from '../../../machines';
import { addDays } from '../../../domain/plain-date';
import { personIn } from '../../access/access';
import { measuresOf } from '../../forms/about';
import { roundsSeen, type Round } from '../../rounds/rounds';
import type { Viewer } from '../../viewer';
import type { WebDeps } from '../../web-env';
import { dutiesOf, type Duty } from './duties';

export interface Card {
  readonly row: SortedRow;
  readonly round: Round;
  readonly people: readonly PersonRow[];
  /** The first is shown with its acts. */
  readonly duties: readonly [Duty, ...(readonly Duty[])];
  /** The line that says what the first duty is about. */
  readonly told: LatestLine['line'] | null;
}

export interface Todo {
  readonly cards: readonly Card[];
  readonly total: number;
  /** Where the next page begins; null on the last. */
  readonly next: SortPlace | null;
  /** Dates ahead that are the viewer's; asked for only where there is nothing to do. */
  readonly ahead: readonly DueDate[];
  /** Rectifications in which the viewer acts. */
  readonly rounds: readonly OwnRound[];
}

export interface OwnRound {
  readonly round: Round;
  readonly people: readonly PersonRow[];
  readonly person: string;
}

/** Cards on one page. */
const limit = 20;

export async function readTodo(deps: WebDeps, viewer: Viewer, after?: SortPlace): Promise<Todo> {
  const rounds = await ownRounds(deps, viewer);
  const acting = actingOf(rounds);
  const main = await deps.ledger.overview.sorted(
    { acting, stages: stages.filter((stage) => stage !== 'planning') },
    { by: 'due', down: false },
    { limit, ...(after === undefined ? {} : { after }) },
  );
  const planned = after === undefined ? await inPlanning(deps, acting) : [];
  const cards = await cardsOf(deps, [...planned, ...main.rows], rounds);
  const isFree = after === undefined && main.total === 0 && cards.length === 0;
  return {
    cards,
    total: main.total + cards.filter(({ row }) => row.stage === 'planning').length,
    next: main.hasAfter ? placeOf(main.rows.at(-1)) : null,
    ahead: isFree ? await aheadOf(deps, rounds) : [],
    rounds,
  };
}

/** Those in which the viewer is one of the people. */
export async function ownRounds(deps: WebDeps, viewer: Viewer): Promise<readonly OwnRound[]> {
  const open = (await roundsSeen(deps, viewer)).filter(({ stage }) => stage !== 'closed');
  const all = await Promise.all(
    open.map(async (round) => ({ round, people: await deps.ledger.people(round.id) })),
  );
  return all.flatMap(({ round, people }) => {
    const person = personIn(viewer, { unit: round.unit, people });
    return person === null ? [] : [{ round, people, person }];
  });
}

function actingOf(rounds: readonly OwnRound[]): readonly Acting[] {
  const persons = new Set(rounds.map(({ person }) => person));
  return [...persons].map((person) => ({
    person,
    rectifications: rounds.filter((each) => each.person === person).map(({ round }) => round.id),
  }));
}

/**
 * While the plan awaits approval the office waits for the whole. What is asked for or urged meanwhile is somebody's to do, and a
 * problem that has no measures yet is its department's.
 */
async function inPlanning({ ledger }: WebDeps, acting: readonly Acting[]) {
  const inPlan = async (filter: ProblemFilter) => {
    const asked = { ...filter, stages: ['planning'] };
    return (await ledger.overview.sorted(asked, { by: 'due', down: false }, { limit: 200 })).rows;
  };
  const waiting = (await inPlan({ acting })).filter(
    ({ facts }) => (facts['petition'] ?? facts['urge'] ?? null) !== null,
  );
  const own = (await Promise.all(acting.map(inPlan)))
    .flat()
    .filter((row) => measuresOf({ people: [], problems: [row] }).length === 0);
  return [...new Map([...waiting, ...own].map((row) => [row.workflow, row])).values()];
}

async function cardsOf(
  { ledger }: WebDeps,
  rows: readonly SortedRow[],
  rounds: readonly OwnRound[],
): Promise<readonly Card[]> {
  const found = rows.flatMap((row) => {
    const own = rounds.find(({ round }) => round.id === row.rectification);
    if (own === undefined) return [];
    const [first, ...others] = dutiesOf(row, own.people, own.person);
    return first === undefined ? [] : [{ row, own, duties: [first, ...others] as const }];
  });
  const events = [...new Set(found.flatMap(({ duties: [first] }) => first.tells))];
  const workflows = found.map(({ row }) => row.workflow);
  const lines = new Map<string, LatestLine['line']>();
  for (const event of events)
    for (const { workflow, line } of await ledger.latest(workflows, [event]))
      lines.set(`${workflow} ${event}`, line);
  return found.map(({ row, own: { round, people }, duties }) => ({
    ...{ row, round, people, duties },
    told: lines.get(`${row.workflow} ${duties[0].tells[0] ?? ''}`) ?? null,
  }));
}

function placeOf(row: SortedRow | undefined): SortPlace | null {
  if (row === undefined) return null;
  const { key, rectification, seq } = row;
  return { key, rectification, seq };
}

/** How far ahead dates are shown where there is nothing to do, days; and how many. */
const horizon = 90;
const most = 6;

async function aheadOf({ ledger }: WebDeps, rounds: readonly OwnRound[]) {
  const dates = await Promise.all(
    rounds.map(async ({ round: { id, today }, person, people }) => {
      const name = people.find((each) => each.id === person)?.name ?? null;
      const filter = { rectifications: [id], from: today, to: addDays(today, horizon) };
      const all = await ledger.overview.dates(filter);
      return all.filter((date) => date.people.includes(person) || date.leader === name);
    }),
  );
  return dates.flat().slice(0, most);
}
