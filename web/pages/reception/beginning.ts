/**
 * What a list begins with: the file as it was read, and the people and rules of the unit's last rectification. The first list of a
 * unit begins with who receives it, so that its people can be drafted from the file.
 */
import type { Person } from '../../../domain/people';
import type { Policy } from '../../../domain/policy';
import type { RectificationRow } from '../../../ledger';
import { peopleIn } from '../../rounds/people-of';
import type { WebDeps } from '../../web-env';
import type { DraftContent, Source } from './draft';
import type { FileIn } from '../../desk/desk';
import type { Choosable } from './sources';

type Deps = Pick<WebDeps, 'ledger' | 'zhenggai' | 'standardPolicy' | 'desk'>;

export interface Receiver {
  /** As whom they receive, as the list of people will have it. */
  readonly id: string;
  readonly name: string;
}

/** The content of a draft, as it is kept. @throws ImportError where the file cannot be taken in */
export async function beginningOf(
  deps: Deps,
  unit: string,
  file: FileIn,
  receiver: Receiver,
): Promise<string> {
  const feedback = await deps.desk.read(file);
  const [last] = await earlierOf(deps, unit);
  const people = last === undefined ? null : peopleIn(last.facts);
  const policy = last === undefined ? null : await policyOf(deps, last.id);
  const source: Source = { kind: 'rectification', id: last?.id ?? '' };
  const others: Omit<DraftContent, 'feedback'> = {
    ...{
      people: people ?? [officeOf(receiver)],
      peopleFrom: people === null ? { kind: 'none' } : source,
    },
    ...{ policy: policy ?? deps.standardPolicy, asIs: false },
    policyFrom: policy === null ? { kind: 'standard' } : source,
  };
  // A list of ten thousand problems is megabytes: nobody here takes it apart to put it together again.
  return `{"feedback":${feedback},${JSON.stringify(others).slice(1)}`;
}

function officeOf({ id, name }: Receiver): Person {
  return { id, name, roles: ['office'], department: null, deputies: [], channels: [] };
}

/** The unit's rectifications, the newest first. */
export async function earlierOf(
  { ledger }: Pick<Deps, 'ledger'>,
  unit: string,
): Promise<readonly RectificationRow[]> {
  const rows = (await ledger.rectifications()).filter((row) => row.unit === unit);
  return [...rows].sort((one, other) =>
    (other.feedback_on ?? '').localeCompare(one.feedback_on ?? ''),
  );
}

export function choosable(rows: readonly RectificationRow[]): readonly Choosable[] {
  return rows.map(({ id, feedback_on: feedbackOn }) => ({ id, feedbackOn }));
}

/** Null where nobody answers: the default stands then, and another may be taken. */
export async function policyOf(
  { zhenggai }: Pick<Deps, 'zhenggai'>,
  id: string,
): Promise<Policy | null> {
  try {
    return await zhenggai.policy(`rectification/${id}`);
  } catch {
    return null;
  }
}
