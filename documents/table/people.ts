/** Who answers for a problem, from the columns of people and departments. */
import type { Doubt } from './doubt';
import type { ColumnKind } from './heading-words';
import { partiesIn, type Part, type Party } from './parties';
import type { TableRecord } from './records';
import { spotsOf, type Spot } from './spots';
import { readsAsDepartment, readsAsPerson } from './surnames';

export interface PeopleRead {
  readonly responsibleLeaders: readonly string[];
  readonly department: string | null;
  readonly assisting: readonly string[];
  readonly departmentHead: string | null;
  readonly handlers: readonly string[];
  readonly doubts: readonly Doubt[];
}

type Slot = 'responsibleLeaders' | 'department' | 'assisting' | 'departmentHead' | 'handlers';

interface Placed {
  readonly slot: Slot;
  readonly name: string;
  readonly at: string;
  readonly why: string | null;
}

/** `departments`: the cells of the department column that speak for the problem as a whole. */
export function peopleOf(record: TableRecord, departments: readonly Spot[]): PeopleRead {
  const placed = [
    ...named(record, 'leader', 'responsibleLeaders'),
    ...named(record, 'departmentHead', 'departmentHead'),
    ...named(record, 'handlers', 'handlers'),
    ...departments.flatMap((spot) => departmentsIn(spot, record)),
    ...spotsOf(record, 'assisting').flatMap((spot) => assistingIn(spot)),
    ...spotsOf(record, 'mixed').flatMap((spot) => mixedIn(spot, record)),
  ];
  const of = (slot: Slot) => unique(placed.filter((each) => each.slot === slot));
  const [department, ...further] = of('department');
  const heads = of('departmentHead');
  return {
    responsibleLeaders: of('responsibleLeaders'),
    department: department ?? record.sheetDepartment,
    assisting: [...new Set([...further, ...of('assisting')])],
    departmentHead: heads[0] ?? null,
    handlers: of('handlers'),
    doubts: [
      ...placed.flatMap(({ slot, at, why }) => (why === null ? [] : [{ field: slot, at, why }])),
      ...severalDoubts(placed),
    ],
  };
}

/** Of a measure's own row: its lead department. */
export function departmentIn(text: string): string | null {
  return partiesIn(text)[0]?.name ?? null;
}

function named(record: TableRecord, kind: ColumnKind, slot: Slot): readonly Placed[] {
  return spotsOf(record, kind).flatMap(({ text, at }) =>
    partiesIn(text).map(({ name }) => ({ slot, name, at, why: whyNoPerson(name) })),
  );
}

function whyNoPerson(name: string): string | null {
  if (readsAsDepartment(name)) return `“${name}”像是部门而不是人名，请核对`;
  return readsAsPerson(name) ? null : `“${name}”不像是一个人的姓名，请核对`;
}

function whyNoDepartment(name: string): string | null {
  return readsAsPerson(name) && !readsAsDepartment(name)
    ? `“${name}”像是人名而不是部门，请核对`
    : null;
}

function departmentsIn({ text, at }: Spot, record: TableRecord): readonly Placed[] {
  return partiesIn(text).flatMap((party, index, all) => {
    const { name, part, note } = party;
    if (part === 'leader' || part === 'handler') return [personBeside(party, at)];
    const slot = part === 'assist' ? 'assisting' : 'department';
    const guessed = index > 0 && slot === 'department' && !marked(all);
    const why = guessed
      ? `责任部门有几个，第一个作为牵头，“${name}”作为配合`
      : whyNoDepartment(name);
    return [{ slot, name, at, why }, ...noted(note, at, record)] satisfies readonly Placed[];
  });
}

function marked(parties: readonly Party[]): boolean {
  return parties.some(({ part }) => part === 'lead');
}

/** 办公室（张三）: somebody of the department; handlers where no column names any. */
function noted(note: string | null, at: string, record: TableRecord): readonly Placed[] {
  if (note === null || spotsOf(record, 'handlers').length > 0) return [];
  return partiesIn(note)
    .filter(({ name }) => readsAsPerson(name))
    .map(({ name }) => ({ slot: 'handlers', name, at, why: `括号里的“${name}”按经办人读入` }));
}

function personBeside({ name, part }: Party, at: string): Placed {
  return {
    slot: part === 'leader' ? 'responsibleLeaders' : 'handlers',
    name,
    at,
    why: whyNoPerson(name),
  };
}

function assistingIn({ text, at }: Spot): readonly Placed[] {
  return partiesIn(text).map(({ name }) => ({
    slot: 'assisting',
    name,
    at,
    why: whyNoDepartment(name),
  }));
}

const slots: Readonly<Record<Part, Slot>> = {
  leader: 'responsibleLeaders',
  lead: 'department',
  assist: 'assisting',
  handler: 'handlers',
};

/** One column for departments and people: told apart by their labels, else by how they look. */
function mixedIn({ text, at }: Spot, record: TableRecord): readonly Placed[] {
  const heading = record.columns.words.get(record.columns.of.get('mixed') ?? 0) ?? '';
  const personSlot: Slot = /领导/.test(heading) ? 'responsibleLeaders' : 'handlers';
  const clear = /领导/.test(heading) !== /人$|人[、及和与]/.test(heading);
  let led = false;
  return partiesIn(text).flatMap(({ name, part, note }): readonly Placed[] => {
    if (part !== null)
      return [{ slot: slots[part], name, at, why: null }, ...noted(note, at, record)];
    if (readsAsPerson(name) && !readsAsDepartment(name))
      return [
        { slot: personSlot, name, at, why: clear ? null : `“${name}”没有写明是领导还是经办人` },
      ];
    const why = led ? `责任部门有几个，第一个作为牵头，“${name}”作为配合` : null;
    led = true;
    return [{ slot: 'department', name, at, why }, ...people(note, personSlot, at, clear)];
  });
}

/** 办公室（张三） under 责任部门及责任人 says plainly who. */
function people(note: string | null, slot: Slot, at: string, clear: boolean): readonly Placed[] {
  if (note === null) return [];
  return partiesIn(note)
    .filter(({ name }) => readsAsPerson(name))
    .map(({ name }) => ({
      slot,
      name,
      at,
      why: clear ? null : `“${name}”没有写明是领导还是经办人`,
    }));
}

function severalDoubts(placed: readonly Placed[]): readonly Doubt[] {
  const heads = placed.filter(({ slot }) => slot === 'departmentHead');
  const [, second] = heads;
  return second === undefined
    ? []
    : [
        {
          field: 'departmentHead',
          at: second.at,
          why: `部门负责人有${heads.length}个，取了第一个`,
        },
      ];
}

function unique(placed: readonly Placed[]): readonly string[] {
  return [...new Set(placed.map(({ name }) => name))];
}
