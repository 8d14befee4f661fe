/** What a round's overview is made of besides its numbers and charts: where problems stand, dates ahead, what is late. */
import type { FC } from 'hono/jsx';
import { daysBetween } from '../../../domain/plain-date';
import { kinds } from '../../../domain/words';
import type { DueDate, PersonRow, PlaceCount, ProblemRow, Sorted } from '../../../ledger';
import type { Language } from '../../../words/catalogue';
import { overviewWords } from '../../../words/pages/overview';
import { terms } from '../../../words/terms';
import { Lamp } from '../../layout/lamp';
import { dateWord } from '../../rounds/dates';
import { ledgerPath, problemPath } from '../../rounds/paths';
import type { Round } from '../../rounds/rounds';
import { matrixOf, sum } from './matrix';

export const Matrix: FC<{ id: string; places: readonly PlaceCount[]; language: Language }> = ({
  id,
  places,
  language,
}) => {
  const words = overviewWords[language];
  const { kinds: called, stages } = terms[language];
  const link = (count: number, filter: Readonly<Record<string, string>>) =>
    count === 0 ? <span class="soft">0</span> : <a href={ledgerPath(id, filter)}>{count}</a>;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.where}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.stage}</th>
            {kinds.map((kind) => (
              <th scope="col" class="number">
                <a href={ledgerPath(id, { kind })}>{called[kind]}</a>
              </th>
            ))}
            <th scope="col" class="number">
              {words.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {matrixOf(places).map(({ stage, cells, total }) => (
            <tr>
              <th scope="row">{stages[stage]}</th>
              {kinds.map((kind) => (
                <td class="number">{link(cells[kind], { stage, kind })}</td>
              ))}
              <td class="number">{link(total, { stage })}</td>
            </tr>
          ))}
          <tr class="sum">
            <th scope="row">{words.total}</th>
            {kinds.map((kind) => (
              <td class="number">{sum(places.filter((each) => each.kind === kind))}</td>
            ))}
            <td class="number">{sum(places)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
};

export const Ahead: FC<{ dates: readonly DueDate[]; round: Round; language: Language }> = ({
  dates,
  round,
  language,
}) => {
  const words = overviewWords[language];
  if (dates.length === 0) return <p class="soft">{words.aheadNone}</p>;
  return (
    <ul class="dates">
      {dates.slice(0, shown).map((date) => (
        <li>
          <time datetime={date.on}>{date.on}</time>{' '}
          <span class="soft">{inDays(daysBetween(round.today, date.on), language)}</span>{' '}
          <span>{dateWord(date, language)}</span>{' '}
          {date.seq === null ? (
            <span class="soft">{words.whole}</span>
          ) : (
            <a
              href={problemPath({ ...date, seq: date.seq })}
            >{`${date.seq}. ${date.title ?? ''}`}</a>
          )}
        </li>
      ))}
    </ul>
  );
};

/** Dates that stand on the page; the calendar has the others. */
const shown = 12;

function inDays(days: number, language: Language): string {
  if (language === 'zh') return days === 0 ? '今天' : `${days}天后`;
  return days === 0 ? 'today' : `in ${days} day${days === 1 ? '' : 's'}`;
}

export const Late: FC<{
  late: Sorted;
  round: Round;
  people: readonly PersonRow[];
  language: Language;
}> = ({ late, round, people, language }) => {
  const words = overviewWords[language];
  if (late.rows.length === 0) return <p class="soft">{words.lateNone}</p>;
  return (
    <>
      <div class="scroll" tabindex={0} role="region" aria-label={words.late}>
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{words.problem}</th>
              <th scope="col">{words.due}</th>
              <th scope="col">{words.department}</th>
              <th scope="col">{words.handlers}</th>
              <th scope="col">{words.leader}</th>
            </tr>
          </thead>
          <tbody>
            {late.rows.map((row) => (
              <tr>
                <th scope="row" class="title">
                  <a href={problemPath(row)}>{`${row.seq}. ${row.title ?? ''}`}</a>
                </th>
                <td class="date" data-label={words.due}>
                  {row.due_on ?? '—'} <LateBy row={row} round={round} language={language} />
                </td>
                <td data-label={words.department}>{row.department ?? words.noDepartment}</td>
                <td data-label={words.handlers}>{handlersOf(row, people)}</td>
                <td data-label={words.leader}>{row.responsible_leader ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {late.total > late.rows.length ? (
        <p>
          <a href={ledgerPath(round.id, { lamp: 'overdue', open: '1', sort: 'due' })}>
            {words.lateMore(late.total)}
          </a>
        </p>
      ) : null}
    </>
  );
};

/** A red problem under review has a date ahead: its lamp alone says that it is late. */
const LateBy: FC<{ row: ProblemRow; round: Round; language: Language }> = ({
  row,
  round,
  language,
}) => {
  const days = row.due_on === null ? 0 : daysBetween(row.due_on, round.today);
  if (days <= 0) return <Lamp lamp={row.lamp} language={language} />;
  return <span class="lamp overdue">{overviewWords[language].daysLate(days)}</span>;
};

function handlersOf({ facts }: ProblemRow, people: readonly PersonRow[]): string {
  const ids = facts['handlers'];
  if (!Array.isArray(ids) || ids.length === 0) return '—';
  return ids.map((id) => people.find((each) => each.id === id)?.name ?? String(id)).join('、');
}
