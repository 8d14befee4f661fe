/** A rectification's documents for who may see them: as whom they act there, and whether they are its office. */
import type { PersonRow } from '../../../ledger';
import { personIn, rolesIn } from '../../access/access';
import { refused } from '../../layout/refused';
import { shellWords } from '../../../words/pages/shell';
import { notSeen } from '../../rounds/not-seen';
import { roundSeen, type Round } from '../../rounds/rounds';
import type { WebContext, WebDeps } from '../../web-env';

export interface Opened {
  readonly round: Round;
  readonly people: readonly PersonRow[];
  /** The id of the person as whom the viewer acts; null where they only look, or are not of the office. */
  readonly office: string | null;
}

export async function openedRound(
  c: WebContext,
  deps: WebDeps,
  work: (opened: Opened) => Response | Promise<Response>,
): Promise<Response> {
  const viewer = c.get('viewer');
  const round = await roundSeen(deps, viewer, c.req.param('id') ?? '');
  if (round === null) return notSeen(c, deps);
  const people = await deps.ledger.people(round.id);
  const seen = { unit: round.unit, people };
  const isOffice = viewer.only === null && rolesIn(viewer, seen).includes('office');
  return work({ round, people, office: isOffice ? personIn(viewer, seen) : null });
}

/** For what the office alone does. */
export function asOffice(
  c: WebContext,
  deps: WebDeps,
  work: (opened: Opened & { readonly office: string }) => Response | Promise<Response>,
): Promise<Response> {
  return openedRound(c, deps, async (opened) => {
    const { office } = opened;
    if (office !== null) return work({ ...opened, office });
    return refused(c, deps, shellWords[c.get('viewer').language].notFoundHint, 'office');
  });
}
