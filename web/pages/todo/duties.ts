/** What one person has to do about one problem, from what the record says of it. Pure; whether it may be done is the engine's to say. */
import type { Assignment, Person } from '../../../domain/people';
import { mayActAs } from '../../../domain/people-rules';
import type { Role } from '../../../domain/words';
import type { PersonRow, ProblemRow } from '../../../ledger';
import type { PetitionKind } from '../../../machines';
import type { EventType } from '../../forms/targets';
import type { DutyName } from '../../../words/pages/todo';

export interface Duty {
  readonly name: DutyName;
  /** The first is the next action, the others stand beside it. */
  readonly acts: readonly [DutyAct, ...(readonly DutyAct[])];
  /** `YYYY-MM-DD`; null where it has no date yet. */
  readonly due: string | null;
  /** The events whose newest line says what it is about. */
  readonly tells: readonly string[];
}

export interface DutyAct {
  readonly event: EventType;
  /** The fields that are asked for right here; all of them on a page of their own where it is null. */
  readonly fields: readonly string[] | null;
}

/** In the order of their urgency; none where the person is not to act. */
export function dutiesOf(
  row: ProblemRow,
  people: readonly PersonRow[],
  person: string,
): readonly Duty[] {
  const mine = { row, person, holds: (role: Role) => holdsRole(row, people, person, role) };
  return [...urged(mine), ...decides(mine), ...stands(mine)];
}

interface Mine {
  readonly row: ProblemRow;
  readonly person: string;
  readonly holds: (role: Role) => boolean;
}

const urgedRoles: readonly Role[] = ['handler', 'departmentHead', 'responsibleLeader'];

function urged({ row, holds }: Mine): readonly Duty[] {
  const urge = urgeOf(row);
  if (urge === null || !urgedRoles.some(holds)) return [];
  return [
    {
      ...{ name: 'acknowledge', due: urge.due, tells: [] },
      acts: [{ event: 'acknowledge', fields: [] }],
    },
  ];
}

/** What is demanded, and by when. */
export function urgeOf({
  facts,
}: Pick<ProblemRow, 'facts'>): { readonly text: string; readonly due: string } | null {
  const urge = facts['urge'] as { readonly text: string; readonly due: string } | null | undefined;
  return urge ?? null;
}

/** What grants a petition, what refuses it, and what asked for it. */
const petitionEvents = {
  extension: ['approveExtension', 'refuseExtension', 'requestExtension'],
  carryOver: ['approveCarryOver', 'refuseCarryOver', 'requestCarryOver'],
  reclassification: [
    'approveReclassification',
    'refuseReclassification',
    'requestReclassification',
  ],
  explanation: ['acceptExplanation', 'refuseExplanation', 'explain'],
} as const satisfies Readonly<Record<PetitionKind, readonly EventType[]>>;

export function petitionOf({ facts }: Pick<ProblemRow, 'facts'>): PetitionKind | null {
  const kind = facts['petition'];
  return typeof kind === 'string' && Object.hasOwn(petitionEvents, kind)
    ? (kind as PetitionKind)
    : null;
}

function decides({ row, person }: Mine): readonly Duty[] {
  const petition = petitionOf(row);
  if (petition === null || !listOf(row.facts['deciders']).includes(person)) return [];
  const [approve, refuse, asked] = petitionEvents[petition];
  return [
    {
      ...{ name: 'decide', due: null, tells: [asked] },
      acts: [
        { event: approve, fields: [] },
        { event: refuse, fields: ['reason'] },
      ],
    },
  ];
}

function stands(mine: Mine): readonly Duty[] {
  const duty = standing(mine);
  return duty === null ? [] : [{ ...duty, due: mine.row.due_on }];
}

function standing({ row, person, holds }: Mine): Omit<Duty, 'due'> | null {
  switch (row.stage) {
    case 'unassigned':
      return holds('office') ? own('assign', [{ event: 'assign', fields: null }]) : null;
    case 'accepting':
      return holds('departmentHead') ? own('accept', [{ event: 'accept', fields: [] }]) : null;
    case 'planning':
      return holds('handler') || holds('departmentHead')
        ? own('plan', [{ event: 'plan', fields: null }])
        : null;
    case 'rectifying':
      return holds('handler') ? work : null;
    case 'suspended':
      return holds('office') ? own('resume', [{ event: 'resume', fields: null }]) : null;
    case 'reviewing':
      return listOf(row.facts['reviewers']).includes(person) ? review : null;
    case 'upkeep':
      return upkeep(holds);
    case 'lookBack':
      return holds('supervisor')
        ? own('lookBack', [{ event: 'lookBack', fields: ['verdict', 'text'] }])
        : null;
    default:
      return null;
  }
}

function own(name: DutyName, acts: Duty['acts'], tells: readonly string[] = []) {
  return { name, acts, tells };
}

const work = own(
  'submit',
  [
    { event: 'submit', fields: ['text', 'evidence'] },
    { event: 'report', fields: ['text', 'evidence'] },
  ],
  ['return'],
);

const review = own(
  'review',
  [
    { event: 'approve', fields: [] },
    { event: 'return', fields: ['reason'] },
  ],
  ['submit'],
);

function upkeep(holds: Mine['holds']): Omit<Duty, 'due'> | null {
  if (holds('handler'))
    return own(
      'reportUpkeep',
      [{ event: 'reportUpkeep', fields: ['text', 'evidence'] }],
      ['returnUpkeep'],
    );
  if (!holds('office')) return null;
  const acts: Duty['acts'] = [
    { event: 'acceptUpkeep', fields: [] },
    { event: 'returnUpkeep', fields: ['reason'] },
  ];
  return own('acceptUpkeep', acts, ['reportUpkeep']);
}

/** By the same rule as the engine's; the leader is known by name here. */
function holdsRole(
  { facts, department, responsible_leader: leader }: ProblemRow,
  people: readonly PersonRow[],
  person: string,
  role: Role,
): boolean {
  const assignment: Assignment = {
    department,
    assisting: listOf(facts['assisting']),
    handlers: listOf(facts['handlers']),
    departmentHead: typeof facts['departmentHead'] === 'string' ? facts['departmentHead'] : null,
    responsibleLeader: people.find(({ name }) => name === leader)?.id ?? null,
  };
  return mayActAs(person, role, assignment, people.map(personFrom));
}

function personFrom({ id, name, roles, department }: PersonRow): Person {
  const held = roles.split(' ') as readonly Role[];
  return { id, name, roles: held, department, deputies: [], channels: [] };
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
