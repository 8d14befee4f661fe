// Who answers for a problem, from its lines 责任领导：, 责任部门：, 配合单位：, 经办人：. Names as printed, jobs left out;
// a line that names nobody, or a department where a person belongs, is asked about.
import { partiesIn, type Part, type Party } from '../../table/parties';
import { readsAsDepartment, readsAsPerson } from '../../table/surnames';
import { namesOfPeople } from '../../vocabulary/people-names';
import type { Field } from './field';
import type { Doubt } from '../questions';

export interface PeopleFound {
  readonly responsibleLeaders: readonly string[];
  readonly department: string | null;
  readonly assisting: readonly string[];
  readonly handlers: readonly string[];
  readonly doubts: readonly Doubt[];
}

type Role = 'leader' | 'lead' | 'department' | 'assist' | 'handler';

interface Named {
  readonly role: Role;
  readonly name: string;
}

interface LineRead {
  readonly named: readonly Named[];
  readonly doubts: readonly Doubt[];
}

export function peopleIn(fields: readonly Field[]): PeopleFound {
  const lines = fields.filter(({ kind, value }) => kind === 'who' && value !== '').map(lineRead);
  const named = lines.flatMap((line) => line.named);
  const of = (role: Role) => namesOf(named, role);
  const [department = null, ...others] = [...of('lead'), ...of('department')];
  return {
    responsibleLeaders: of('leader'),
    department,
    assisting: [...new Set([...others, ...of('assist')])].filter((name) => name !== department),
    handlers: of('handler'),
    doubts: lines.flatMap((line) => line.doubts),
  };
}

function namesOf(named: readonly Named[], role: Role): readonly string[] {
  return [...new Set(named.filter((each) => each.role === role).map(({ name }) => name))];
}

/** The first that fits decides; 责任分工 and the like name nobody's part. */
const rolesOfLabels: readonly (readonly [Role, RegExp])[] = [
  ['leader', /领导|班子成员|第一责任人/],
  ['assist', /^(?:配合|协助|协办|协同|参与)/],
  ['handler', /(?:经办|责任|联系|承办|负责)人员?$/],
  ['lead', /^(?:牵头|主责|主办)/],
  ['department', /部门|单位|科室|股室|处室|党组织/],
];

const partRoles: Readonly<Record<Part, Role>> = {
  leader: 'leader',
  lead: 'lead',
  assist: 'assist',
  handler: 'handler',
};

function lineRead(field: Field): LineRead {
  const role = rolesOfLabels.find(([, pattern]) => pattern.test(field.name))?.[0];
  if (role === undefined) return { named: [], doubts: [] };
  const parties = partiesIn(field.value.replace(/[。；;，,、）)】\]〕〗\s]+$/, closing));
  if (
    /(?:领导|人|部门|单位|科室|股室).*(?:及|和|与|、|责任|牵头|经办)(?:领导|部门|单位|科室|股室|人)$|(?:部门|单位|科室|股室)人$/.test(
      field.name,
    )
  )
    return mixed(field, parties);
  return role === 'leader' || role === 'handler'
    ? people(field, role, parties)
    : departments(field, role, parties);
}

/** What closes the line goes, except the bracket that closes one of its own: 王强（副局长）. */
function closing(marks: string, at: number, value: string): string {
  return /[（(][^（）()]*$/.test(value.slice(0, at)) ? marks.slice(0, 1) : '';
}

const fieldNames = { leader: 'responsibleLeaders', handler: 'handlers' } as const;

function people(field: Field, role: 'leader' | 'handler', parties: readonly Party[]): LineRead {
  const names = namesOfPeople(parties);
  const named = names.map((name) => ({ role, name }));
  const others = parties.filter(
    ({ name }) => readsAsDepartment(name) && !names.some((known) => name.includes(known)),
  );
  const what = others.length > 0 ? '像是部门' : '看不出姓名';
  const left = `${what}，${names.length > 0 ? '没有作为人员录入' : '没有填人'}；也可能是人名或职务，请核对`;
  const unclear = names.length === 0 || others.length > 0;
  const words = others.length > 0 ? others.map(({ name }) => name).join('、') : field.value;
  return {
    named,
    doubts: unclear
      ? [doubtAt(field, fieldNames[role], `“${field.name}”写的是“${words}”，${left}`)]
      : [],
  };
}

function departments(field: Field, role: Role, parties: readonly Party[]): LineRead {
  const named = parties.map(({ name, part }) => ({
    role: part === null ? role : partRoles[part],
    name,
  }));
  const isAssisting = role === 'assist';
  const key = isAssisting ? 'assisting' : 'department';
  const persons = parties.filter(
    ({ name }) => readsAsPerson(name) && !readsAsDepartment(name) && !short.test(name),
  );
  const several = !isAssisting && parties.length > 1 && parties.every(({ part }) => part === null);
  const [first, ...others] = parties.map(({ name }) => name);
  return {
    named,
    doubts: [
      ...persons.map(({ name }) =>
        doubtAt(field, key, `“${field.name}”里的“${name}”像是人名，已按部门录入，请核对`),
      ),
      ...(several
        ? [
            doubtAt(
              field,
              key,
              `“${field.name}”有几个，第一个“${first ?? ''}”作为牵头，“${others.join('、')}”作为配合；也可能共同负责，请核对`,
            ),
          ]
        : []),
    ],
  };
}

/** Departments whose short names begin like a surname. */
const short = /^(?:团委|工会|纪委|党办|政办|人事|财务|审计)$/;

/** 责任部门及责任人：办公室 李明: told apart by how they look. */
function mixed(field: Field, parties: readonly Party[]): LineRead {
  const person = /领导/.test(field.name) ? 'leader' : 'handler';
  const named = parties.flatMap(({ name, note }): readonly Named[] => [
    { role: readsAsPerson(name) && !readsAsDepartment(name) ? person : 'department', name },
    ...(note !== null && readsAsPerson(note) ? [{ role: person, name: note } as const] : []),
  ]);
  return { named, doubts: [] };
}

function doubtAt({ line }: Field, field: string, why: string): Doubt {
  return { field, line, why };
}
