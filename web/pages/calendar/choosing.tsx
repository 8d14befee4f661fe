/** Which month, whose dates, of which rectification: links and one small form. */
import type { FC } from 'hono/jsx';
import { monthPlus } from '../../../domain/plain-date';
import type { Language } from '../../../words/catalogue';
import { calendarWords } from '../../../words/pages/calendar';
import type { Round } from '../../rounds/rounds';
import { calendarPath, type CalendarAsked } from './address';

interface ChoosingProps extends CalendarAsked {
  readonly all: readonly Round[];
  readonly thisMonth: string;
  readonly day: string | null;
  readonly language: Language;
}

export const Choosing: FC<ChoosingProps> = ({ all, thisMonth, day, language, ...asked }) => {
  const words = calendarWords[language];
  const at = (count: number) => calendarPath(asked, { month: monthPlus(asked.month, count) });
  const current = (is: boolean) => (is ? { 'aria-current': 'true' as const } : {});
  const shown = day === null ? {} : { day };
  return (
    <div class="choosing">
      <nav aria-label={words.month(asked.month)}>
        <a class="button second" rel="prev" href={at(-1)}>
          {words.before}
        </a>
        <a class="button second" href={calendarPath(asked, { month: thisMonth })}>
          {words.thisMonth}
        </a>
        <a class="button second" rel="next" href={at(1)}>
          {words.after}
        </a>
      </nav>
      <nav class="pills" aria-label={words.whose}>
        <a href={calendarPath({ ...asked, mine: true }, shown)} {...current(asked.mine)}>
          {words.mine}
        </a>
        <a href={calendarPath({ ...asked, mine: false }, shown)} {...current(!asked.mine)}>
          {words.all}
        </a>
      </nav>
      {all.length < 2 ? null : (
        <form method="get" action="/calendar">
          <input type="hidden" name="month" value={asked.month} />
          <input type="hidden" name="whose" value={asked.mine ? 'mine' : 'all'} />
          <select name="round" aria-label={words.round}>
            <option value="">{words.allRounds}</option>
            {all.map(({ id, title }) => (
              <option value={id} selected={id === asked.round}>
                {title}
              </option>
            ))}
          </select>
          <button class="second">{words.show}</button>
        </form>
      )}
    </div>
  );
};
