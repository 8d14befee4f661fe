/** Whom a file names and the list of people does not hold: by name, for what, and the entries to add. */
import type { NamedPerson, NamesCompared } from '../documents/people/compared';
import { pasteable, proposedPerson } from '../documents/people/proposed';
import { roleTerms } from '../domain/role-terms';
import { namingWords as words } from './messages/naming';
import { seqWords } from '../domain/seq-words';

/** `list`: what the list is called, with the words before 里没有. Empty where all is well. */
export function peopleLines(names: NamesCompared, list: string): readonly string[] {
  return [
    ...mismatchLines(names, list),
    ...part(words.withoutRole, names.withoutRole.map(personLine)),
    ...part(
      words.departments,
      names.departments.map(({ name, seqs }) => words.department(name, seqWords(seqs))),
    ),
    ...part(words.propose, proposal(names)),
  ];
}

/** Those for whom nothing can be received: nobody, or more than one, is meant. */
export function mismatchLines(names: NamesCompared, list: string): readonly string[] {
  const { unknown, strange, ambiguous } = names;
  return [
    ...part(words.unknown(list, unknown.length), unknown.map(personLine)),
    ...part(words.ambiguous, ambiguous.map(ambiguousLine)),
    ...part(words.strange, strange.map(personLine)),
  ];
}

export function proposal({ unknown }: NamesCompared): readonly string[] {
  if (unknown.length === 0) return [];
  return pasteable(unknown.map(proposedPerson))
    .split('\n')
    .map((line) => `  ${line}`);
}

function personLine(person: NamedPerson): string {
  return words.person(person.name, asWhat(person));
}

function ambiguousLine(person: NamesCompared['ambiguous'][number]): string {
  const candidates = person.candidates.map(({ id, department }) => words.candidate(id, department));
  return personLine(person) + words.candidates(candidates.join('、'));
}

function asWhat({ as }: NamedPerson): string {
  return as.map(({ role, seqs }) => words.as(seqWords(seqs), roleTerms[role])).join('，');
}

function part(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines];
}
