/** One rectification in numbers, dates and charts. */
import { addDays } from '../../../domain/plain-date';
import type { DueDate, Ledger, PersonRow, PlaceCount, Sorted, Sums } from '../../../ledger';
import type { Language } from '../../../words/catalogue';
import { overviewWords } from '../../../words/pages/overview';
import { wholeStages } from '../../../words/waits';
import { termOf } from '../../../words/terms';
import { Lamp } from '../../layout/lamp';
import { page } from '../../layout/respond';
import { ledgerPath, roundPath } from '../../rounds/paths';
import type { Round } from '../../rounds/rounds';
import type { WebContext, WebDeps } from '../../web-env';
import { courseChart, groupChart, progressChart, type Chart } from './charts';
import { courseDays } from './course';
import { ChartFigure } from './figure';
import { Ahead, Late, Matrix } from './parts';
import { noSums, Tiles } from './tiles';

interface Known {
  readonly sums: Omit<Sums, 'rectification'>;
  readonly places: readonly PlaceCount[];
  readonly dates: readonly DueDate[];
  readonly late: Sorted;
  readonly people: readonly PersonRow[];
  readonly charts: readonly Chart[];
}

/** How far ahead dates are shown, days. */
const ahead = 30;
const lateShown = 20;

async function known(
  ledger: Ledger,
  { id, today, clock, feedbackOn }: Round,
  language: Language,
): Promise<Known> {
  const { overview: ask } = ledger;
  const rectifications = [id];
  const late = { rectifications, lamps: ['overdue'], open: true };
  const [[sums = noSums], places, dates, course, red, people, to] = await Promise.all([
    ask.sums(rectifications),
    ask.places(id),
    ask.dates({ rectifications, from: today, to: addDays(today, ahead) }),
    ask.course(id, clock),
    ask.sorted(late, { by: 'due', down: false }, { limit: lateShown }),
    ledger.people(id),
    ask.dueOn(id, 'period'),
  ]);
  const days = courseDays(course, today);
  return {
    ...{ sums, places, dates, people, late: red },
    charts: [
      progressChart(days, { from: feedbackOn, to, problems: sums.problems }, language),
      courseChart(days, language),
      groupChart('department', places, language),
      groupChart('kind', places, language),
    ],
  };
}

export async function showOne(c: WebContext, deps: WebDeps, round: Round) {
  const { language } = c.get('viewer');
  const words = overviewWords[language];
  const { sums, places, dates, late, people, charts } = await known(deps.ledger, round, language);
  const body = (
    <section
      id="round"
      hx-get={roundPath(round.id)}
      hx-trigger={`sse:changed-${round.id}, fresh`}
      data-calm={`changed-${round.id}`}
      hx-swap="outerHTML"
    >
      <Facts round={round} sums={sums} language={language} />
      <h2>{words.lamps}</h2>
      <p class="hint">{words.lampsHint}</p>
      <Tiles id={round.id} sums={sums} language={language} />
      <h2>{words.late}</h2>
      <Late {...{ late, round, people, language }} />
      <div class="beside">
        <div>
          <h2>{words.ahead}</h2>
          <Ahead {...{ dates, round, language }} />
          <p>
            <a href={`/calendar?round=${encodeURIComponent(round.id)}`}>{words.all}</a>
          </p>
        </div>
        <div>
          <h2>{words.where}</h2>
          <Matrix id={round.id} places={places} language={language} />
        </div>
      </div>
      <h2>{words.charts}</h2>
      <div class="figures">
        {charts.map((chart) => (
          <ChartFigure chart={chart} language={language} />
        ))}
      </div>
    </section>
  );
  if (c.req.header('hx-request') !== undefined) return c.html(body);
  return page(
    c,
    deps,
    { title: round.title, scripts: ['echarts.js', 'calm.js', 'keep.js', 'charts.js'] },
    <>
      <div id="may" hx-get={`${roundPath(round.id)}/may`} hx-trigger="load" hx-swap="outerHTML" />
      {body}
    </>,
  );
}

function Facts({
  round,
  sums,
  language,
}: {
  round: Round;
  sums: Known['sums'];
  language: Language;
}) {
  const words = overviewWords[language];
  return (
    <div class="card round">
      <dl class="facts">
        {round.inspectedBy === null ? null : (
          <>
            <dt>{words.inspectedBy}</dt>
            <dd>{round.inspectedBy}</dd>
          </>
        )}
        <dt>{words.stage}</dt>
        <dd>
          {termOf(wholeStages[language], round.stage)}{' '}
          <Lamp lamp={round.lamp} language={language} />
        </dd>
        <dt>{words.today}</dt>
        <dd>
          <time datetime={round.today}>{round.today}</time>
        </dd>
      </dl>
      <label for="done">{words.doneOf(sums.completed, sums.problems)}</label>
      <progress id="done" max={Math.max(1, sums.problems)} value={sums.completed} />
      <p class="actions">
        <a class="button second" href={ledgerPath(round.id)}>
          {words.ledger}
        </a>
      </p>
    </div>
  );
}
