/** The table itself: asks itself anew when its rectification has changed, and keeps what is ticked. */
import type { FC } from 'hono/jsx';
import type { Sorted, SortColumn, SortedRow } from '../../../ledger';
import type { ProblemEventType } from '../../../machines';
import type { Language } from '../../../words/catalogue';
import { eventWords } from '../../../words/events';
import { ledgerWords } from '../../../words/pages/ledger';
import { terms, termOf } from '../../../words/terms';
import { Lamp } from '../../layout/lamp';
import { ledgerPath, problemPath, roundPath } from '../../rounds/paths';
import type { Round } from '../../rounds/rounds';
import { isFiltered, searchOf, type LedgerQuery } from './query';

interface TableProps {
  readonly found: Sorted;
  readonly query: LedgerQuery;
  readonly rounds: readonly Round[];
  readonly only: Round | null;
  readonly actions: readonly ProblemEventType[];
  readonly language: Language;
}

export const LedgerTable: FC<TableProps> = (props) => {
  const { found, query, only, actions, language } = props;
  const words = ledgerWords[language];
  const here = `${ledgerPath(only?.id ?? null)}?${searchOf(query, { after: query.after, before: query.before })}`;
  const live = only === null ? 'changed' : `changed-${only.id}`;
  return (
    <section
      id="ledger"
      hx-get={here}
      hx-trigger={`sse:${live}, fresh`}
      data-calm={live}
      hx-swap="outerHTML"
    >
      <div class="list-head">
        <p class="soft">{words.total(found.total)}</p>
        <SortChoice {...props} />
        {only === null ? null : <Excel query={query} only={only} language={language} />}
      </div>
      {found.rows.length === 0 ? (
        <p class="card">{words.none}</p>
      ) : actions.length === 0 ? (
        <Rows {...props} />
      ) : (
        <form method="get" action={`/act/${actions[0] ?? ''}`} id="chosen">
          <input type="hidden" name="back" value={here} />
          <Bar actions={actions} language={language} />
          <Rows {...props} />
        </form>
      )}
      <Pages {...props} />
    </section>
  );
};

/** On a phone there are no headings to touch. */
const SortChoice: FC<TableProps> = ({ query, only, language }) => {
  const words = ledgerWords[language];
  const path = ledgerPath(only?.id ?? null);
  const columns = ['place', 'lamp', 'due', 'stage', 'department', 'changed'] as const;
  return (
    <nav class="sorts" aria-label={words.sort}>
      {columns.map((column) => (
        <a
          href={`${path}?${searchOf(query, { sort: column, down: column === 'changed' })}`}
          {...(query.sort === column ? { 'aria-current': 'true' } : {})}
        >
          {words.columns[column]}
        </a>
      ))}
    </nav>
  );
};

const Excel: FC<{ query: LedgerQuery; only: Round; language: Language }> = (props) => {
  const { query, only, language } = props;
  const words = ledgerWords[language];
  const search = searchOf(query);
  return (
    <a
      class="button second"
      href={`${ledgerPath(only.id)}/excel${search === '' ? '' : `?${search}`}`}
    >
      {isFiltered(query) ? words.excelShown : words.excel}
    </a>
  );
};

/** One form for all: each button leads to the event's own form with what was ticked. */
const Bar: FC<{ actions: readonly ProblemEventType[]; language: Language }> = (props) => {
  const { actions, language } = props;
  const words = ledgerWords[language];
  return (
    <div class="bar" role="group" aria-label={words.chosen}>
      <label class="inline">
        <input type="checkbox" data-choose-all="target" />
        {words.chooseAll}
      </label>
      <span
        class="soft"
        role="status"
        data-chosen="target"
        data-none={words.chosenNone}
        data-some={words.chosenCount}
      >
        {words.chosenNone}
      </span>
      <span class="buttons">
        {actions.map((event) => (
          <button class="second" formaction={`/act/${event}`}>
            {eventWords[language].titles[event]}
          </button>
        ))}
      </span>
    </div>
  );
};

const Rows: FC<TableProps> = (props) => {
  const { found, query, only, actions, language } = props;
  const words = ledgerWords[language];
  const columns: readonly SortColumn[] = ['kind', 'stage', 'lamp', 'due', 'department', 'leader'];
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.title}>
      <table class="rows">
        <thead>
          <tr>
            {actions.length === 0 ? null : <td />}
            <Heading column="place" query={query} only={only} language={language} />
            <th scope="col">{words.columns.title}</th>
            {only === null ? <th scope="col">{words.columns.unit}</th> : null}
            {columns.map((column) => (
              <Heading column={column} query={query} only={only} language={language} />
            ))}
          </tr>
        </thead>
        <tbody>
          {found.rows.map((row) => (
            <ProblemLine {...props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Heading: FC<{
  column: SortColumn;
  query: LedgerQuery;
  only: Round | null;
  language: Language;
}> = ({ column, query, only, language }) => {
  const words = ledgerWords[language];
  const name = words.columns[column];
  const isSorted = query.sort === column;
  const search = searchOf(query, { sort: column, down: isSorted && !query.down });
  const order = query.down ? 'descending' : 'ascending';
  return (
    <th scope="col" {...(isSorted ? { 'aria-sort': order } : {})}>
      <a href={`${ledgerPath(only?.id ?? null)}?${search}`} title={words.sortBy(name)}>
        {name}
        {isSorted ? <span aria-hidden="true">{query.down ? ' ▾' : ' ▴'}</span> : null}
      </a>
    </th>
  );
};

const ProblemLine: FC<TableProps & { row: SortedRow }> = (props) => {
  const { row, only, rounds, actions, language } = props;
  const words = ledgerWords[language];
  const { kinds, stages } = terms[language];
  const title = row.title ?? '';
  const round = only ?? rounds.find(({ id }) => id === row.rectification) ?? null;
  return (
    <tr>
      {actions.length === 0 ? null : (
        <td class="tick">
          <input
            type="checkbox"
            name="target"
            value={row.workflow}
            aria-label={words.choose(`${row.seq} ${title}`)}
          />
        </td>
      )}
      <td class="number seq">{row.seq}</td>
      <th scope="row" class="title">
        <a href={problemPath(row)}>{title}</a>
        {row.section === null ? null : <span class="soft">{row.section}</span>}
      </th>
      {only === null ? (
        <td data-label={words.columns.unit}>
          <a href={roundPath(row.rectification)}>{round?.unit ?? row.rectification}</a>
        </td>
      ) : null}
      <td class="word" data-label={words.columns.kind}>
        {termOf(kinds, row.kind)}
      </td>
      <td class="word" data-label={words.columns.stage}>
        {termOf(stages, row.stage)}
      </td>
      <td data-label={words.columns.lamp}>
        {row.stage === 'closed' ? '—' : <Lamp lamp={row.lamp} language={language} />}
      </td>
      <td data-label={words.columns.due} class="date">
        {row.due_on ?? '—'}
      </td>
      <td data-label={words.columns.department}>{row.department ?? words.unassigned}</td>
      <td class="word" data-label={words.columns.leader}>
        {row.responsible_leader ?? '—'}
      </td>
    </tr>
  );
};

const Pages: FC<TableProps> = ({ found, query, only, language }) => {
  const words = ledgerWords[language];
  const { rows, hasBefore, hasAfter } = found;
  const path = ledgerPath(only?.id ?? null);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!hasBefore && !hasAfter) return null;
  return (
    <nav class="pages" aria-label={words.pages}>
      {hasBefore && first !== undefined ? (
        <a
          rel="prev"
          class="button second"
          href={`${path}?${searchOf(query, { before: placeOf(first) })}`}
        >
          {words.before}
        </a>
      ) : null}
      {hasAfter && last !== undefined ? (
        <a
          rel="next"
          class="button second"
          href={`${path}?${searchOf(query, { after: placeOf(last) })}`}
        >
          {words.after}
        </a>
      ) : null}
    </nav>
  );
};

function placeOf({ key, rectification, seq }: SortedRow) {
  return { key, rectification, seq };
}
