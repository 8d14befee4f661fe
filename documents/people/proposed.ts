/** Entries for a list of people, from what a file says of them: a role for each field, never an address. */
import { Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, YAMLSeq } from 'yaml';
import { roleTerms } from '../../domain/role-terms';
import type { NamedPerson, NamesCompared } from './compared';

const layout = { lineWidth: 0, flowCollectionPadding: false } as const;

export interface ProposedPerson {
  /** The name itself, in characters that an id may have: whoever keeps the list may shorten it before it is used. */
  readonly id: string;
  readonly name: string;
  /** As people.yaml is written: 经办人, 责任领导. */
  readonly roles: readonly string[];
  /** Null for leaders, who stand above departments, and where the file names several. */
  readonly department: string | null;
  /** What it rests on, and what a person should look at. */
  readonly because: string;
}

export function proposedPerson({ name, as, departments }: NamedPerson): ProposedPerson {
  const ofDepartment = as.some(({ role }) => role !== 'responsibleLeader');
  const [department = null, ...others] = ofDepartment ? departments : [];
  const because = as.map(({ role, seqs }) => `${whose(seqs)}${roleTerms[role]}`).join('，');
  return {
    id: name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^-|-$/g, ''),
    name,
    roles: as.map(({ role }) => roleTerms[role]),
    department: others.length === 0 ? department : null,
    because:
      others.length === 0
        ? because
        : `${because}；分属${departments.join('、')}，请填部门，或是重名`,
  };
}

function whose(seqs: readonly number[]): string {
  const [first, second, third, ...more] = seqs;
  return more.length === 0
    ? `第${seqs.join('、')}项`
    : `第${[first, second, third].join('、')}等${seqs.length}项`;
}

/** The entries alone, ready to be pasted under `people:`. */
export function pasteable(people: readonly ProposedPerson[]): string {
  const list = new YAMLSeq();
  list.items = people.map(entryOf);
  return new Document(list).toString(layout).trimEnd();
}

/**
 * A whole list: `text` with its comments, the people it lacks added, the roles it lacks given.
 * @param text a people.yaml that can be read; null to begin one
 */
export function completedPeople(text: string | null, names: NamesCompared, from: string): string {
  const document = parseDocument(text ?? 'people: []\n');
  if (text === null) document.commentBefore = beginning(from);
  const people = document.get('people');
  if (!isSeq(people)) return text ?? '';
  people.flow = false;
  giveRoles(people, names);
  const added = names.unknown.map((person) => entryOf(proposedPerson(person)));
  const [first] = added;
  if (first !== undefined)
    first.commentBefore = ` 以下据 ${from} 起草：请核对角色和部门，id 定下后不要再改`;
  people.items.push(...added);
  addDepartments(document, names);
  return document.toString(layout);
}

function beginning(from: string): string {
  return [
    ` 据 ${from} 起草的人员名单。还须补上：整改办（收文人）、主要负责人、责任部门负责人，一般各是一人：报送、审核过的人不能再审。`,
    ' 消息渠道如 email: zhang@example.org 由本人提供，没有的进入发件箱文件夹。',
  ].join('\n');
}

function entryOf({ id, name, roles, department, because }: ProposedPerson): YAMLMap {
  const document = new Document({
    id,
    name,
    roles,
    ...(department === null ? {} : { department }),
  });
  const entry = document.contents as unknown as YAMLMap;
  const listed = entry.get('roles', true);
  if (isSeq(listed)) listed.flow = true;
  const called = entry.get('name', true);
  if (isScalar(called)) called.comment = ` ${because}`;
  return entry;
}

function giveRoles(people: YAMLSeq, { withoutRole }: NamesCompared): void {
  for (const { id, as } of withoutRole) {
    const entry = people.items.find((item) => isMap(item) && item.get('id') === id);
    const roles = isMap(entry) ? entry.get('roles') : undefined;
    if (isSeq(roles)) as.forEach(({ role }) => roles.add(roleTerms[role]));
  }
}

/** Where a list says which departments there are, a new one must be said there too. */
function addDepartments(document: Document, { unknown }: NamesCompared): void {
  const departments = document.get('departments');
  if (!isSeq(departments)) return;
  const listed = new Set(departments.toJSON() as readonly unknown[]);
  const named = unknown.flatMap((person) => person.departments);
  for (const name of new Set(named)) if (!listed.has(name)) departments.add(name);
}
