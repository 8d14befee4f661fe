/** A month as a table of weeks. */
import type { FC } from 'hono/jsx';
import { chineseCalendar } from '../../../calendar/chinese';
import { monthOf, weekday } from '../../../domain/plain-date';
import type { DueDate } from '../../../ledger';
import type { Language } from '../../../words/catalogue';
import { calendarWords } from '../../../words/pages/calendar';
import { dateWord } from '../../rounds/dates';
import { problemPath, roundPath } from '../../rounds/paths';
import { calendarPath, type CalendarAsked } from './address';
import { byDay, weeksOf } from './month';

interface GridProps extends CalendarAsked {
  readonly dates: readonly DueDate[];
  readonly today: string;
  readonly language: Language;
}

/** Of one day; the others are on the day's own page. */
const most = 4;

export const Grid: FC<GridProps> = (props) => {
  const { month, dates, language } = props;
  const words = calendarWords[language];
  const days = byDay(dates);
  return (
    <table class="month">
      <caption class="unseen">{words.month(month)}</caption>
      <thead>
        <tr>
          {words.weekdays.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr>
            {week.map((day) => (
              <Day {...props} day={day} due={days.get(day) ?? []} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Day: FC<GridProps & { day: string; due: readonly DueDate[] }> = (props) => {
  const { day, due, month, today, language } = props;
  const words = calendarWords[language];
  const names = [
    ...(monthOf(day) === month ? [] : ['other']),
    ...(chineseCalendar.isWorkday(day) ? [] : ['off']),
    ...(day === today ? ['today'] : []),
  ];
  const number = Number(day.slice(8));
  return (
    <td class={names.join(' ')} {...(day === today ? { 'aria-current': 'date' } : {})}>
      <p class="day">
        {due.length === 0 ? (
          <time datetime={day}>{number}</time>
        ) : (
          <a href={calendarPath(props, { day })} title={words.dayTitle(day)}>
            <time datetime={day}>{number}</time>
          </a>
        )}
        <span class="soft">{noteOf(day, language)}</span>
      </p>
      <ul>
        {due.slice(0, most).map((date) => (
          <li>
            <DateLink date={date} language={language} />
          </li>
        ))}
        {due.length > most ? (
          <li>
            <a href={calendarPath(props, { day })}>{words.more(due.length - most)}</a>
          </li>
        ) : null}
      </ul>
    </td>
  );
};

/** A holiday's name, or that the day is worked though it is a weekend. */
export function noteOf(day: string, language: Language): string {
  const words = calendarWords[language];
  const isWorked = chineseCalendar.isWorkday(day);
  const holiday = chineseCalendar.holiday(day);
  if (isWorked) return weekday(day) > 5 ? words.worked : '';
  return holiday === null ? '' : language === 'zh' ? `${holiday}${words.off}` : words.off;
}

const DateLink: FC<{ date: DueDate; language: Language }> = ({ date, language }) => {
  const { seq, title } = date;
  const word = dateWord(date, language);
  const href = seq === null ? roundPath(date.rectification) : problemPath({ ...date, seq });
  const text = seq === null ? word : `${seq}. ${title ?? ''}`;
  return (
    <a href={href} class={`due ${date.lamp ?? 'whole'}`} title={`${word}：${text}`}>
      {text}
    </a>
  );
};
