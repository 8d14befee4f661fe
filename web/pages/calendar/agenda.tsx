/** The same as a list of days: on a phone, and of one day alone. */
import type { FC } from 'hono/jsx';
import { monthOf, weekday } from '../../../domain/plain-date';
import type { DueDate } from '../../../ledger';
import type { Language } from '../../../words/catalogue';
import { calendarWords } from '../../../words/pages/calendar';
import { Lamp } from '../../layout/lamp';
import { dateWord } from '../../rounds/dates';
import { problemPath, roundPath } from '../../rounds/paths';
import type { Round } from '../../rounds/rounds';
import { noteOf } from './grid';
import { byDay } from './month';

interface AgendaProps {
  readonly dates: readonly DueDate[];
  readonly rounds: readonly Round[];
  readonly today: string;
  readonly month: string;
  /** Null: the month. */
  readonly day: string | null;
  readonly language: Language;
}

export const Agenda: FC<AgendaProps> = ({ dates, rounds, today, month, day, language }) => {
  const words = calendarWords[language];
  const own = dates.filter(({ on }) => day !== null || monthOf(on) === month);
  const byId = new Map(rounds.map((round) => [round.id, round]));
  return (
    <ol class={day === null ? 'agenda narrow' : 'agenda'}>
      {own.length === 0 ? <li>{day === null ? words.none : words.noneThatDay}</li> : null}
      {[...byDay(own)].map(([on, due]) => (
        <li>
          <h2 class={on === today ? 'today' : ''}>
            <time datetime={on}>{words.day(on)}</time>{' '}
            <span class="soft">
              {[
                words.weekdays[weekday(on) - 1],
                noteOf(on, language),
                on === today ? words.today : '',
              ]
                .filter((part) => part !== '')
                .join(' ')}
            </span>
          </h2>
          <ul>
            {due.map((date) => (
              <Entry
                date={date}
                round={byId.get(date.rectification)}
                several={rounds.length > 1}
                language={language}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
};

const Entry: FC<{
  date: DueDate;
  round: Round | undefined;
  several: boolean;
  language: Language;
}> = ({ date, round, several, language }) => {
  const { seq, title, lamp, department } = date;
  const href = seq === null ? roundPath(date.rectification) : problemPath({ ...date, seq });
  const whose = [several || seq === null ? (round?.unit ?? null) : null, department];
  return (
    <li class="card">
      <p class="soft">
        {dateWord(date, language)} {lamp === null ? null : <Lamp lamp={lamp} language={language} />}
      </p>
      <p>
        <a href={href}>{seq === null ? calendarWords[language].whole : `${seq}. ${title ?? ''}`}</a>{' '}
        <span class="soft">{whose.filter((each) => each !== null).join(' · ')}</span>
      </p>
    </li>
  );
};
