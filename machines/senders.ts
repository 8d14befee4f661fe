/** Who may act: rules on the sender that every machine with people shares, and the words for a refusal. */
import type { Assignment, Person, Sender } from '../domain/people';
import { holders, mayActAs, personOf } from '../domain/people-rules';
import type { Role } from '../domain/words';

/** What a sender rule looks at. */
export interface Parties {
  readonly assignment: Assignment;
  readonly people: readonly Person[];
}

/** The person who decided; null for another workflow or nobody. */
export function deciderOf(by: unknown): string | null {
  return isSender(by) ? by.decidedBy : null;
}

export function isSender(by: unknown): by is Sender {
  return (
    typeof by === 'object' && by !== null && typeof (by as Partial<Sender>).decidedBy === 'string'
  );
}

/** One acts for oneself; recording for somebody else is the office's right alone, and needs a signed sheet or minutes. */
export function recordsRightly(by: unknown, { people }: Parties): boolean {
  if (!isSender(by)) return false;
  if (by.recordedBy === by.decidedBy) return true;
  return (
    (personOf(by.recordedBy, people)?.roles.includes('office') ?? false) &&
    (by.basis === 'signedSheet' || by.basis === 'minutes')
  );
}

/** True when the person who decided is known. */
export function isKnown(by: unknown, { people }: Parties): boolean {
  const id = deciderOf(by);
  return id !== null && personOf(id, people) !== null;
}

/** True when the person who decided holds one of the roles here. */
export function holdsOneOf(
  by: unknown,
  roles: readonly Role[],
  { assignment, people }: Parties,
): boolean {
  const id = deciderOf(by);
  return id !== null && roles.some((role) => mayActAs(id, role, assignment, people));
}

const roleWords: Readonly<Record<Role, string>> = {
  handler: '经办人',
  departmentHead: '责任部门负责人',
  responsibleLeader: '责任领导',
  principal: '主要负责人',
  office: '整改办',
  supervisor: '巡察办',
  reader: '查阅人员',
};

/** What people call a role. */
export function roleWord(role: Role): string {
  return roleWords[role];
}

/** A person's name, or the id where nobody has it. */
export function nameOf(id: string | null, people: readonly Person[]): string {
  return id === null ? '未署名者' : (personOf(id, people)?.name ?? id);
}

/** The names of those who hold a role here, e.g. `责任领导 王芳、李强`. */
export function roleWithNames(role: Role, { assignment, people }: Parties): string {
  const names = holders(role, assignment, people).map((person) => person.name);
  return names.length === 0 ? roleWord(role) : `${roleWord(role)} ${names.join('、')}`;
}

/** `只有整改办（何静）可以…；李娜不是`. */
export function onlyRoles(
  by: unknown,
  roles: readonly Role[],
  what: string,
  parties: Parties,
): string {
  const who = roles.map((role) => roleWithNames(role, parties)).join('、');
  return `${what}须由${who}办理，${nameOf(deciderOf(by), parties.people)}不能办理`;
}
