/** 流转记录: the newest first, the older behind a fold. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../../words/catalogue';
import { problemWords } from '../../../words/pages/problem';
import { Lamp } from '../../layout/lamp';
import { problemPath } from '../../rounds/paths';
import { FiledFiles } from './filed-files';
import type { ProblemPage } from './read-problem';
import { timelineOf, type Entry } from './timeline';

/** Entries that are shown at once. */
const shownAtOnce = 30;

export const Timeline: FC<{ problem: ProblemPage; language: Language; all: boolean }> = ({
  problem,
  language,
  all,
}) => {
  const { row, round, people, lines } = problem;
  const words = problemWords[language];
  const entries = timelineOf(lines, { people, clock: round.clock, language, all });
  const [first, rest] = [entries.slice(0, shownAtOnce), entries.slice(shownAtOnce)];
  const path = problemPath(row);
  return (
    <section id="journal">
      <h2>{words.journal}</h2>
      <Entries entries={first} workflow={row.workflow} language={language} />
      {rest.length === 0 ? null : (
        <details class="more" id="earlier">
          <summary>{words.earlier(rest.length)}</summary>
          <Entries entries={rest} workflow={row.workflow} language={language} />
        </details>
      )}
      <p>
        <a href={all ? `${path}#journal` : `${path}?all=1#journal`}>
          {all ? words.journalPeople : words.journalAll}
        </a>
      </p>
    </section>
  );
};

const Entries: FC<{ entries: readonly Entry[]; workflow: string; language: Language }> = ({
  entries,
  workflow,
  language,
}) => (
  <ol class="timeline">
    {entries.map((entry) => (
      <li class={entry.isRefused ? 'refused' : ''}>
        <p>
          <time datetime={entry.at.replace(' ', 'T')}>{entry.at}</time>{' '}
          <strong>{entry.title}</strong> <span>{entry.who}</span>{' '}
          {entry.stage === null ? null : <span class="soft">{`→ ${entry.stage}`}</span>}{' '}
          {entry.lamp === null ? null : <Lamp lamp={entry.lamp} language={language} />}
        </p>
        {entry.said.map((each) => (
          <p class="written">{each}</p>
        ))}
        {entry.files.length === 0 ? null : (
          <FiledFiles files={entry.files} none="" workflow={workflow} />
        )}
      </li>
    ))}
  </ol>
);
