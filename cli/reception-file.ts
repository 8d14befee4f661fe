/** From a file and what was said beside it to what is received, checked so that nothing is started that cannot work. */
import { basename } from 'node:path';
import type { By } from '../client';
import type { ImportedFeedback } from '../documents';
import type { NamesCompared } from '../documents/people/compared';
import { preparedReception } from '../documents/receiving/prepared';
import { assertNever } from '../domain/assert-never';
import type { Finding } from '../domain/finding';
import { readPeople } from '../domain/people-schema';
import type { Person } from '../domain/people';
import { isPlainDate } from '../domain/plain-date';
import { clockOf } from '../domain/plan-clock';
import type { Policy } from '../domain/policy';
import { readPolicy } from '../domain/policy-schema';
import type { Reception } from '../domain/reception';
import { CliFailure, exitCodes, type CliContext } from './command';
import { bytesOf, textOf } from './files';
import { importPart } from './late';
import { namingWords as naming } from './messages/naming';
import { zh } from './messages/zh';
import { packageFile } from './package-root';
import { mismatchLines, proposal } from './people-lines';
import { isRectificationId } from './targets';
import { idOf } from './whose';

export interface Asked {
  readonly id?: string;
  readonly unit?: string;
  readonly feedbackOn?: string;
  readonly policy?: string;
  readonly people?: string;
  readonly asIs?: true;
  readonly by?: string;
}

export interface Prepared {
  readonly reception: Reception;
  readonly imported: ImportedFeedback;
  readonly by: By;
  /** To be read before it is started. */
  readonly warnings: readonly string[];
}

const words = zh.commands.receive;

/** Throws what makes it impossible to receive: ImportError, PolicyError, PeopleError, CliFailure. */
export function prepare(file: string, asked: Asked, { cwd, now }: CliContext): Prepared {
  checkAsked(asked);
  const imported = importPart().importFeedback(bytesOf(file, cwd), basename(file));
  const policy = policyOf(asked.policy, cwd);
  const { people, notice } = peopleOf(asked.people, cwd);
  const prepared = preparedReception(imported, {
    id: asked.id ?? null,
    unit: asked.unit ?? null,
    feedbackOn: asked.feedbackOn ?? null,
    policy,
    clock: clockOf(policy, now()),
    people,
    asIs: asked.asIs ?? false,
  });
  switch (prepared.kind) {
    case 'unknownPeople':
      throw unknownPeople(prepared.names, file, asked.people);
    case 'unfitPeople':
      throw unfitPeople(prepared.findings);
    case 'ready': {
      const { reception, severalLeaders, warnings } = prepared;
      const leaders = severalLeaders.map(({ seq, first, others }) =>
        words.severalLeaders(seq, first, others.join('、')),
      );
      return {
        ...{ reception, imported, by: officeOf(asked.by, people) },
        warnings: [...notice, ...leaders, ...warnings.map(({ message }) => message)],
      };
    }
    default:
      return assertNever(prepared);
  }
}

function checkAsked({ id, feedbackOn }: Asked): void {
  if (id !== undefined && !isRectificationId(id)) throw bad(words.badId(id));
  if (feedbackOn !== undefined && !isPlainDate(feedbackOn)) throw bad(words.badDate(feedbackOn));
}

/** The default policy completes what a policy file leaves out. */
export function policyOf(file: string | undefined, cwd: string): Policy {
  const standard = packageFile('policies', 'default.yaml');
  const base = readPolicy(textOf(standard, cwd), standard);
  return file === undefined ? base : readPolicy(textOf(file, cwd), file, base);
}

function peopleOf(
  file: string | undefined,
  cwd: string,
): { readonly people: readonly Person[]; readonly notice: readonly string[] } {
  const standIns = packageFile('sample', 'people-by-role.yaml');
  const used = file ?? standIns;
  const people = readPeople(textOf(used, cwd), used);
  return { people, notice: file === undefined ? [words.defaultPeople(standIns)] : [] };
}

function unknownPeople(names: NamesCompared, file: string, list: string | undefined): CliFailure {
  const entries = proposal(names);
  const given = list === undefined ? '' : ` --people ${list}`;
  const message = [
    naming.refused,
    ...mismatchLines(names, listName(list)),
    ...(entries.length === 0 ? [] : [naming.propose, ...entries, naming.how(file, given)]),
  ].join('\n');
  return new CliFailure(message, exitCodes.usage, { code: 'people', ...names });
}

export function listName(list: string | undefined): string {
  return list === undefined ? naming.standIns : naming.list(list);
}

function unfitPeople(errors: readonly Finding[]): CliFailure {
  const lines = errors.map(({ message }) => words.finding(message));
  const message = [words.peopleErrors(errors.length), ...lines].join('\n');
  return new CliFailure(message, exitCodes.usage, { code: 'people', findings: errors });
}

function officeOf(asked: string | undefined, people: readonly Person[]): By {
  const office = people.filter(({ roles }) => roles.includes('office'));
  const [first] = office;
  if (first === undefined) throw bad(words.noOffice);
  if (asked === undefined) return { by: first.id };
  const id = idOf(asked, people);
  const person = people.find((each) => each.id === id);
  const names = office.map((each) => `${each.id}（${each.name}）`).join('、');
  if (person === undefined) throw bad(words.unknownBy(asked, names));
  if (!person.roles.includes('office')) throw bad(words.notOffice(person.name));
  return { by: id };
}

function bad(message: string): CliFailure {
  return new CliFailure(message, exitCodes.usage, { code: 'input' });
}
