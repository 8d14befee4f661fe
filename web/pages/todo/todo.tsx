/** 我的待办: what the viewer must do, by date, each with its next action in place. */
import type { FC } from 'hono/jsx';
import { daysBetween } from '../../../domain/plain-date';
import type { SortPlace } from '../../../ledger';
import { todoWords } from '../../../words/pages/todo';
import { receives } from '../../access/access';
import { page } from '../../layout/respond';
import { problemPath } from '../../rounds/paths';
import { dateWord } from '../../rounds/dates';
import type { Viewer } from '../../viewer';
import type { Part, WebContext, WebDeps } from '../../web-env';
import { TodoCard } from './card';
import { ownRounds, readTodo, type Todo } from './read-todo';
import { readWholes, Wholes } from './wholes';

export const todo: Part = (app, deps) => {
  app.get('/todo', (c) => show(c, deps));
  app.get('/todo/whole', async (c) => {
    const { language } = c.get('viewer');
    const rounds = await ownRounds(deps, c.get('viewer'));
    const body = <Wholes wholes={await readWholes(deps.zhenggai, rounds)} language={language} />;
    if (c.req.header('hx-request') !== undefined) return c.html(body);
    return page(c, deps, { title: todoWords[language].whole }, body);
  });
};

async function show(c: WebContext, deps: WebDeps) {
  const viewer = c.get('viewer');
  const after = placeIn(c.req.query('after'));
  const found = await readTodo(deps, viewer, after);
  const list = <List todo={found} viewer={viewer} />;
  if (c.req.header('hx-request') !== undefined) return c.html(list);
  const words = todoWords[viewer.language];
  return page(
    c,
    deps,
    { title: words.title, scripts: ['calm.js', 'keep.js'] },
    <>
      <div
        id="todo"
        hx-get={after === undefined ? '/todo' : pagePath(after)}
        hx-trigger="sse:changed, fresh"
        data-calm="changed"
      >
        {list}
      </div>
      {found.rounds.length === 0 ? null : <Whole language={viewer.language} />}
    </>,
  );
}

/** Asked for when the page is there: the workflows may be slow to answer, the record is not. */
const Whole: FC<{ language: Viewer['language'] }> = ({ language }) => {
  const words = todoWords[language];
  return (
    <section aria-labelledby="whole-title">
      <h2 id="whole-title">{words.whole}</h2>
      <div
        id="whole"
        hx-get="/todo/whole"
        hx-trigger="load, sse:changed, fresh"
        data-calm="changed"
      >
        <a href="/todo/whole">{words.showWhole}</a>
      </div>
    </section>
  );
};

const List: FC<{ todo: Todo; viewer: Viewer }> = ({ todo: found, viewer }) => {
  const words = todoWords[viewer.language];
  if (found.cards.length === 0) return <Nothing todo={found} viewer={viewer} />;
  return (
    <section aria-labelledby="problems-title">
      <p class="notice newer" hidden>
        {words.newer} <a href="/todo">{words.title}</a>
      </p>
      <h2 id="problems-title">
        {words.problems} <span class="soft">{words.count(found.total)}</span>
      </h2>
      <ul class="plain">
        {found.cards.map((card) => (
          <TodoCard card={card} viewer={viewer} />
        ))}
      </ul>
      {found.next === null ? null : (
        <p>
          <a class="button second" href={pagePath(found.next)}>
            {words.nextPage}
          </a>
        </p>
      )}
    </section>
  );
};

const Nothing: FC<{ todo: Todo; viewer: Viewer }> = ({ todo: { ahead, rounds }, viewer }) => {
  const { language } = viewer;
  const words = todoWords[language];
  return (
    <section class="card">
      <p>
        <strong>{words.none}</strong>
      </p>
      <p class="soft">{ahead.length === 0 ? words.noneLater : words.noneNext}</p>
      <ul class="dates">
        {ahead.map((date) => {
          const today = rounds.find(({ round }) => round.id === date.rectification)?.round.today;
          return (
            <li>
              <time datetime={date.on}>{date.on}</time>{' '}
              <span class="soft">
                {today === undefined ? '' : words.inDays(daysBetween(today, date.on))}
              </span>{' '}
              {dateWord(date, language)}{' '}
              {date.seq === null ? null : (
                <a href={problemPath({ ...date, seq: date.seq })}>
                  {`${date.seq}. ${date.title ?? ''}`}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      {rounds.length === 0 && receives(viewer) ? (
        <div class="actions">
          <a class="button" href="/reception">
            {words.receive}
          </a>
        </div>
      ) : null}
    </section>
  );
};

function pagePath({ key, rectification, seq }: SortPlace): string {
  return `/todo?${new URLSearchParams({ after: `${seq}|${rectification}|${key}` }).toString()}`;
}

function placeIn(query: string | undefined): SortPlace | undefined {
  const [seq = '', rectification = '', key = ''] = (query ?? '').split('|');
  return /^\d{1,6}$/.test(seq) ? { key, rectification, seq: Number(seq) } : undefined;
}
