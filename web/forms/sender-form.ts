/** Who decides, who records it and on what basis, as a form says it. Pure. */
import { bases, type Basis } from '../../domain/words';
import type { By } from '../../client';
import type { Language } from '../../words/catalogue';
import { formWords } from '../../words/pages/forms';
import type { Sent } from './read-form';

export interface Recording {
  /** Empty: the viewer's own decision. */
  readonly decider: string;
  readonly basis: string;
}

export const recordingFields = { decider: 'decider', basis: 'basis' } as const;

/** The bases on which somebody else's decision is recorded. */
export const recordedBases: readonly Basis[] = bases.filter((basis) => basis !== 'ownSignIn');

export function recordingIn(sent: Sent): Recording {
  const found = (name: string): string => sent.find(([each]) => each === name)?.[1] ?? '';
  return { decider: found(recordingFields.decider), basis: found(recordingFields.basis) };
}

interface Whoever {
  readonly person: string;
  readonly mayRecord: boolean;
  readonly people: readonly { readonly id: string }[];
}

/** What to send it as, or what is wrong, by the form's field. */
export function senderIn(
  { decider, basis }: Recording,
  { person, mayRecord, people }: Whoever,
  language: Language,
): { readonly by: By } | { readonly faults: Readonly<Record<string, string>> } {
  const words = formWords[language];
  if (decider === '' || decider === person) return { by: { by: person } };
  if (!mayRecord) return { faults: { [recordingFields.decider]: words.recordOnlyOffice } };
  if (!people.some(({ id }) => id === decider))
    return { faults: { [recordingFields.decider]: words.deciderUnknown } };
  const known = recordedBases.find((each) => each === basis);
  if (known === undefined) return { faults: { [recordingFields.basis]: words.basisMissing } };
  return { by: { by: decider, recordedBy: person, basis: known } };
}
