/** What the viewer may do about a rectification as a whole, asked of its workflow: the page does not wait for it. */
import { eventWords } from '../../../words/events';
import { overviewWords } from '../../../words/pages/overview';
import { termOf } from '../../../words/terms';
import { personIn } from '../../access/access';
import { roundPath } from '../../rounds/paths';
import type { Round } from '../../rounds/rounds';
import type { WebContext, WebDeps } from '../../web-env';

/** Done by receiving and correcting lists, not by a form. */
const elsewhere = new Set(['addProblems', 'noteAmended', 'recalculate']);

export async function showMay(c: WebContext, { ledger, zhenggai }: WebDeps, round: Round) {
  const viewer = c.get('viewer');
  const words = overviewWords[viewer.language];
  const person = personIn(viewer, { unit: round.unit, people: await ledger.people(round.id) });
  const may = person === null ? [] : ((await zhenggai.may(round.workflow, [person]))[0] ?? []);
  const back = roundPath(round.id);
  const events = may.map(({ type }) => type).filter((event) => !elsewhere.has(event));
  if (events.length === 0) return c.html(<div id="may" />);
  return c.html(
    <nav id="may" class="card" aria-label={words.may}>
      <p class="hint">{words.may}</p>
      <p class="actions">
        {events.map((event) => (
          <a
            class="button second"
            href={`/act/${event}?${new URLSearchParams({ target: round.workflow, back }).toString()}`}
          >
            {termOf(eventWords[viewer.language].titles, event)}
          </a>
        ))}
      </p>
    </nav>,
  );
}
