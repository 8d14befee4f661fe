/** From an import and what was said beside it to what is received, checked so that nothing is started that cannot work. */
import type { Finding } from '../../domain/finding';
import { rolesTold } from '../../domain/ladders';
import { checkPeople } from '../../domain/people-check';
import type { Reception } from '../../domain/reception';
import type { ImportedFeedback } from '../imported-feedback';
import { comparedNames, type NamesCompared } from '../people/compared';
import { toReception, type Receiving } from '../reception';

export type Prepared =
  /** The file names people whom the list does not hold, or two of one name. */
  | { readonly kind: 'unknownPeople'; readonly names: NamesCompared }
  /** The list does not do for these problems. */
  | { readonly kind: 'unfitPeople'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'ready';
      readonly reception: Reception;
      /** To be read before it is started. */
      readonly warnings: readonly Finding[];
      readonly severalLeaders: readonly SeveralLeaders[];
    };

/** A problem answers to one leader; the others are named, not dropped in silence. */
export interface SeveralLeaders {
  readonly seq: number;
  readonly first: string;
  readonly others: readonly string[];
}

/** @throws ImportError when the file names no unit or no date of feedback and none was given */
export function preparedReception(imported: ImportedFeedback, receiving: Receiving): Prepared {
  const { people, policy } = receiving;
  const names = comparedNames(imported, people);
  if (isAnybodyUnknown(names)) return { kind: 'unknownPeople', names };
  const reception = toReception(imported, receiving);
  const findings = checkPeople(
    people,
    reception.problems,
    policy.review.chain,
    rolesTold(policy.ladders),
  );
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) return { kind: 'unfitPeople', findings: errors };
  return {
    ...{ kind: 'ready', reception, warnings: findings },
    severalLeaders: severalLeaders(imported),
  };
}

/** Before anything else about people: whom nobody knows cannot be checked. */
function isAnybodyUnknown({ unknown, strange, ambiguous }: NamesCompared): boolean {
  return unknown.length + strange.length + ambiguous.length > 0;
}

function severalLeaders({ problems }: ImportedFeedback): readonly SeveralLeaders[] {
  return problems.flatMap(({ seq, responsibleLeaders: [first, ...others] }) =>
    first === undefined || others.length === 0 ? [] : [{ seq, first, others }],
  );
}
