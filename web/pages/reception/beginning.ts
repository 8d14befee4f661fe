/** What a list begins with: the file as it was read, and the people and rules of the unit's last rectification. */
import { importFeedback } from '../../../documents';
import type { Policy } from '../../../domain/policy';
import type { RectificationRow } from '../../../ledger';
import { peopleIn } from '../../rounds/people-of';
import type { WebDeps } from '../../web-env';
import type { DraftContent, Source } from './draft';
import type { Choosable } from './sources';

type Deps = Pick<WebDeps, 'ledger' | 'zhenggai' | 'standardPolicy'>;

/** @throws ImportError where the file cannot be taken in */
export async function beginningOf(
  deps: Deps,
  unit: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<DraftContent> {
  const feedback = importFeedback(file.bytes, file.name);
  const [last] = await earlierOf(deps, unit);
  const people = last === undefined ? null : peopleIn(last.facts);
  const policy = last === undefined ? null : await policyOf(deps, last.id);
  const source: Source = { kind: 'rectification', id: last?.id ?? '' };
  return {
    feedback,
    ...{ people: people ?? [], peopleFrom: people === null ? { kind: 'none' } : source },
    ...{ policy: policy ?? deps.standardPolicy, asIs: false },
    policyFrom: policy === null ? { kind: 'standard' } : source,
  };
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
