/** people.yaml: its fields, and how it is read. Not for workflows, which get people as plain data. */
import { z } from 'zod';
import { pathParts, type FieldPath } from './field-path';
import type { Person } from './people';
import { PeopleError } from './people-error';
import { checkEachPerson } from './person-check';
import { role } from './role-schema';
import { readYaml, type Mistake } from './yaml-document';

const word = z.string().trim().min(1);

const personId = word.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, {
  error: '只能用文字、数字、点、横线和下划线，以文字或数字开头，至多64个字，如 zhang-wei',
});

export function isPersonId(text: string): boolean {
  return personId.safeParse(text).success;
}

const email = word.regex(/^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/u, {
  error: '不是邮箱地址，应如 zhang@example.org',
});

const channelAddress = z
  .strictObject({ channel: word, address: word, always: z.boolean().exactOptional() })
  .refine(({ channel, address }) => channel !== 'email' || email.safeParse(address).success, {
    path: ['address'],
    error: '不是邮箱地址，应如 zhang@example.org',
  });

/** A field left empty (`deputies:`) is an empty list. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);

const person = z.strictObject({
  id: personId,
  name: word,
  roles: z.array(role).min(1),
  department: word.nullable().default(null),
  deputies: listOf(personId),
  channels: listOf(channelAddress),
  email: email.optional(),
});

const peopleFile = z
  .strictObject({ people: z.array(person).min(1), departments: z.array(word).optional() })
  .superRefine(({ people, departments }, context) => {
    people.forEach(({ department }, index) => {
      if (departments === undefined || department === null) return;
      if (departments.includes(department)) return;
      const message = `部门“${department}”不在 departments 中，请改正名称，或加入 departments`;
      context.addIssue({ code: 'custom', path: ['people', index, 'department'], message });
    });
  });

/**
 * The people of a people.yaml, roles in English whatever the file says, `email: …` as a channel.
 *
 * @param text the file's content
 * @param name the file's name, for the error
 * @throws PeopleError with every mistake and its line; also for ids used twice and deputies whom nobody knows
 */
export function readPeople(text: string, name: string): readonly Person[] {
  const reading = readYaml(text, peopleFile);
  if (reading.kind === 'mistakes') throw new PeopleError(name, reading.mistakes);
  const people = reading.value.people.map(toPerson);
  const mistakes = mistakesBetween(people, reading.lineOf);
  if (mistakes.length > 0) throw new PeopleError(name, mistakes);
  return people;
}

function toPerson({ email: address, ...rest }: z.infer<typeof person>): Person {
  const short = address === undefined ? [] : [{ channel: 'email', address }];
  return { ...rest, roles: [...new Set(rest.roles)], channels: [...rest.channels, ...short] };
}

function mistakesBetween(
  people: readonly Person[],
  lineOf: (path: FieldPath) => number,
): readonly Mistake[] {
  return checkEachPerson(people)
    .filter(({ level }) => level === 'error')
    .map(({ path, message }) => ({ line: lineOf(pathParts(path)), path, message }));
}
