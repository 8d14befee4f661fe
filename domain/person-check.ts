/** What can be wrong with a list of people by itself: ids and deputies. Pure; knows no problems. */
import type { Finding } from './finding';
import type { Person } from './people';
import { personOf } from './people-rules';

/** How a finding names a person, e.g. `张伟（zhang-wei）`. */
export function called({ id, name }: Person): string {
  return name === id ? id : `${name}（${id}）`;
}

/** Ids used twice, deputies whom nobody knows, deputies of oneself. Deputies in a circle are in order. */
export function checkEachPerson(people: readonly Person[]): readonly Finding[] {
  return people.flatMap((person, index) => [
    ...duplicateId(person, index, people),
    ...person.deputies.flatMap((deputy, at) =>
      checkDeputy(person, deputy, `people[${index}].deputies[${at}]`, people),
    ),
  ]);
}

function duplicateId(person: Person, index: number, people: readonly Person[]): Finding[] {
  const first = people.findIndex(({ id }) => id === person.id);
  const other = people[first];
  if (first === index || other === undefined) return [];
  const message = `${person.name}与${other.name}的 id 都是“${person.id}”：请给其中一人换一个 id。`;
  return [{ level: 'error', code: 'duplicateId', message, path: `people[${index}].id` }];
}

function checkDeputy(
  person: Person,
  deputy: string,
  path: string,
  people: readonly Person[],
): Finding[] {
  if (deputy === person.id) {
    const message = `${called(person)}的代理人是本人：请改为另一个人，或删去这一项。`;
    return [{ level: 'error', code: 'selfDeputy', message, path }];
  }
  if (personOf(deputy, people) !== null) return [];
  const message = `${called(person)}的代理人“${deputy}”不在人员名单中：请先加入此人，或改为名单中的 id。`;
  return [{ level: 'error', code: 'unknownDeputy', message, path }];
}
