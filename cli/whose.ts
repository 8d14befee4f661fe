/** Options that say who decided, who recorded it and on what basis; and names made into ids. */
import type { Command } from 'commander';
import type { By, Zhenggai } from '../client';
import type { Person } from '../domain/people';
import { personMeant } from '../domain/person-meant';
import { bases, type Basis } from '../domain/words';
import { CliFailure, exitCodes } from './command';
import { choiceOf } from './event-options';
import { zh } from './messages/zh';

export interface Whose {
  readonly by?: string;
  readonly recordedBy?: string;
  readonly basis?: string;
}

export function withWhose(command: Command): Command {
  const { person, basisValue } = zh.options;
  return command
    .option(`--by ${person}`, zh.options.by)
    .option(`--recorded-by ${person}`, zh.options.recordedBy)
    .option(`--basis ${basisValue}`, zh.options.basis);
}

/** As typed, with persons still ids or names. Throws what is missing or contradicts itself. */
export function byOf({ by, recordedBy, basis }: Whose): By {
  if (by === undefined || by.trim() === '') throw usage(zh.usage.noBy);
  if (recordedBy === undefined) {
    if (basis !== undefined) throw usage(zh.usage.basisWithoutRecorder);
    return { by };
  }
  if (basis === undefined) throw usage(zh.usage.recorderWithoutBasis);
  return { by, recordedBy, basis: basisOf(basis) };
}

function basisOf(typed: string): Basis {
  const word = choiceOf(bases, typed);
  const basis = bases.find((known) => known === word && known !== 'ownSignIn');
  if (basis === undefined) throw usage(zh.usage.badBasis(typed));
  return basis;
}

/** Names made into ids by the people of the first of these workflows that knows them; ids and unknown words stay. */
export async function identified(zhenggai: Zhenggai, rectification: string, by: By): Promise<By> {
  const people = await peopleOr(zhenggai, rectification);
  const recorder = by.recordedBy;
  return {
    ...by,
    by: idOf(by.by, people),
    ...(recorder === undefined ? {} : { recordedBy: idOf(recorder, people) }),
  };
}

/** The id a word stands for: an id, or the name of exactly one person; what nobody has stays for the machine to refuse. */
export function idOf(word: string, people: readonly Pick<Person, 'id' | 'name'>[]): string {
  const meant = personMeant(word, people);
  if (meant.kind === 'several')
    throw usage(zh.usage.samePersonName(word, meant.people.map(({ id }) => id).join('、')));
  return meant.kind === 'one' ? meant.person.id : word;
}

async function peopleOr(zhenggai: Zhenggai, rectification: string): Promise<readonly Person[]> {
  try {
    return await zhenggai.people(rectification);
  } catch {
    return [];
  }
}

function usage(message: string): CliFailure {
  return new CliFailure(message, exitCodes.usage, { code: 'usage' });
}
