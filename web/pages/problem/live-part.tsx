/** The part of a problem's page that only its workflow knows: acts, reminders to come, what the system could not do. */
import type { FC } from 'hono/jsx';
import type { MayEvent } from '../../../engine/core';
import type { PersonRow } from '../../../ledger';
import type { Role } from '../../../domain/words';
import type { Language } from '../../../words/catalogue';
import { eventWords } from '../../../words/events';
import { problemWords } from '../../../words/pages/problem';
import { terms, termOf } from '../../../words/terms';
import { problemPath } from '../../rounds/paths';
import { actPath } from '../todo/act';
import type { LiveView } from './live-view';
import type { ProblemPlace } from './read-problem';

export const LivePart: FC<{
  live: LiveView | 'away' | 'unknown';
  problem: ProblemPlace;
  language: Language;
}> = ({ live, problem, language }) => {
  const words = problemWords[language];
  if (typeof live === 'string')
    return <p class="notice">{live === 'away' ? words.away : words.notYet}</p>;
  return (
    <>
      {live.incidents.length === 0 ? null : (
        <div class="notice refused" role="alert">
          <strong>{words.incidents}</strong>
          {live.incidents.map((each) => (
            <div>{each}</div>
          ))}
          <div>{words.incidentsHint}</div>
        </div>
      )}
      <h2>{words.may}</h2>
      {problem.person === null ? <p class="soft">{words.readOnly}</p> : null}
      {problem.person !== null && live.may.length === 0 ? (
        <p class="soft">{words.mayNothing}</p>
      ) : null}
      <p class="actions">
        {live.may.map((event) => (
          <ActLink event={event} problem={problem} language={language} />
        ))}
      </p>
      <Others live={live} problem={problem} language={language} />
      <ComingList live={live} language={language} />
    </>
  );
};

/** With htmx the form comes into the page; without it is a page of its own. */
const ActLink: FC<{
  event: MayEvent;
  problem: ProblemPlace;
  language: Language;
  decider?: string;
}> = ({ event, problem: { row }, language, decider }) => {
  const path =
    actPath(event.type, row.workflow, problemPath(row)) +
    (decider === undefined ? '' : `&decider=${encodeURIComponent(decider)}`);
  return (
    <a
      class="button second"
      href={path}
      hx-get={path}
      hx-target="#act"
      hx-swap="innerHTML show:top"
    >
      {eventWords[language].titles[event.type as never] ?? event.title}
    </a>
  );
};

const Others: FC<{ live: LiveView; problem: ProblemPlace; language: Language }> = ({
  live,
  problem,
  language,
}) => {
  const words = problemWords[language];
  if (live.others.length === 0) return null;
  return (
    <details class="more" id="others">
      <summary>{words.mayOthers}</summary>
      <p class="hint">{words.mayOthersHint}</p>
      <ul class="plain">
        {live.others.map(({ event, persons }) => (
          <li class="other">
            <ActLink
              event={event}
              problem={problem}
              language={language}
              decider={persons[0] ?? ''}
            />{' '}
            <span class="soft">{namesOf(persons, problem.people)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

function namesOf(ids: readonly string[], people: readonly PersonRow[]): string {
  return ids.map((id) => people.find((person) => person.id === id)?.name ?? id).join('、');
}

/** Reminders that are shown at once. */
const shownAhead = 4;

const ComingList: FC<{ live: LiveView; language: Language }> = ({ live, language }) => {
  const words = problemWords[language];
  const [first, rest] = [live.coming.slice(0, shownAhead), live.coming.slice(shownAhead)];
  return (
    <>
      <h2>{words.coming}</h2>
      {first.length === 0 ? <p class="soft">{words.comingNone}</p> : null}
      <ComingItems coming={first} language={language} />
      {rest.length === 0 ? null : (
        <details class="more" id="coming">
          <summary>{`+${rest.length}`}</summary>
          <ComingItems coming={rest} language={language} />
        </details>
      )}
    </>
  );
};

const ComingItems: FC<{ coming: LiveView['coming']; language: Language }> = ({
  coming,
  language,
}) => (
  <ul class="dates">
    {coming.map(({ at, audience, why }) => (
      <li>
        <time datetime={at.replace(' ', 'T')}>{at}</time>{' '}
        {problemWords[language].told(
          audience.map((role) => termOf(terms[language].roles, role as Role)).join('、'),
          why,
        )}
      </li>
    ))}
  </ul>
);
