/** Which rectification is meant: where a viewer sees only one, it is that. */
import { page } from '../layout/respond';
import type { WebContext, WebDeps } from '../web-env';
import { roundsSeen, type Round } from './rounds';

interface Choosing {
  readonly title: string;
  /** Said where there is none to see. */
  readonly none: string;
  readonly pathOf: (id: string) => string;
  /** A line under its title. */
  readonly about: (round: Round) => string;
}

export async function chooseRound(
  c: WebContext,
  deps: WebDeps,
  { title, none, pathOf, about }: Choosing,
): Promise<Response> {
  const rounds = await roundsSeen(deps, c.get('viewer'));
  const [only] = rounds;
  if (only !== undefined && rounds.length === 1) return c.redirect(pathOf(only.id), 303);
  return page(
    c,
    deps,
    { title },
    rounds.length === 0 ? (
      <p class="card">{none}</p>
    ) : (
      <ul class="cards">
        {rounds.map((round) => (
          <li class="card">
            <a href={pathOf(round.id)}>{round.title}</a>
            <p class="soft">{about(round)}</p>
          </li>
        ))}
      </ul>
    ),
  );
}
