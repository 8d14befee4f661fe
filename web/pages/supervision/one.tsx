/** What a supervisor does about one rectification: urges what is late, spot-checks, looks back. */
import { randomInt } from 'node:crypto';
import type { Child, FC } from 'hono/jsx';
import type { ProblemRow } from '../../../ledger';
import type { Language } from '../../../words/catalogue';
import { supervisionWords } from '../../../words/pages/supervision';
import { terms, termOf } from '../../../words/terms';
import { personIn } from '../../access/access';
import { Lamp } from '../../layout/lamp';
import { page } from '../../layout/respond';
import { ledgerPath, problemPath, roundPath } from '../../rounds/paths';
import type { Round } from '../../rounds/rounds';
import type { WebContext, WebDeps } from '../../web-env';
import { drawn } from './draw';

/** Red problems on the page; all of them are in 台账. */
const lateShown = 50;
const mostDrawn = 50;

export async function showRound(c: WebContext, deps: WebDeps, round: Round) {
  const viewer = c.get('viewer');
  const { language } = viewer;
  const words = supervisionWords[language];
  const rectifications = [round.id];
  const { ledger } = deps;
  const [late, settled, visiting, people] = await Promise.all([
    ledger.overview.sorted(
      { rectifications, lamps: ['overdue'], open: true },
      { by: 'due', down: false },
      { limit: lateShown },
    ),
    ledger.problems({ rectifications, stages: ['signedOff', 'upkeep'] }),
    ledger.problems({ rectifications, stages: ['lookBack'] }),
    ledger.people(round.id),
  ]);
  const acts = personIn(viewer, { unit: round.unit, people }) !== null;
  const back = `/supervision/${encodeURIComponent(round.id)}`;
  const given = { round, language, acts, back };
  return page(
    c,
    deps,
    { title: words.of(round.title), scripts: ['choose.js'] },
    <>
      <p class="actions">
        <a class="button second" href={roundPath(round.id)}>
          {words.overview}
        </a>
        <a class="button second" href={ledgerPath(round.id)}>
          {words.ledger}
        </a>
      </p>
      <div hx-get={`${roundPath(round.id)}/may`} hx-trigger="load" hx-swap="outerHTML" />
      <Section title={words.urge} hint={words.urgeHint}>
        <Chosen {...given} rows={late.rows} none={words.noneOverdue} acts={acts}>
          <button formaction="/act/urge">{words.send}</button>
        </Chosen>
      </Section>
      <Section title={words.check} hint={words.checkHint}>
        <SpotCheck
          {...given}
          settled={settled}
          seed={c.req.query('seed')}
          count={c.req.query('count')}
        />
      </Section>
      <Section
        title={words.visit}
        hint={visiting.length === 0 ? words.visitNone : words.visitHint(visiting.length)}
      >
        {visiting.length === 0 || !acts ? null : (
          <p class="actions">
            <a class="button" href={`${back}/visit`}>
              {words.beginVisit}
            </a>
          </p>
        )}
      </Section>
      <p class="hint">
        <a href={ledgerPath(round.id)}>{words.more}</a>
      </p>
    </>,
  );
}

const Section: FC<{ title: string; hint: string; children?: Child }> = ({
  title,
  hint,
  children,
}) => (
  <section class="card">
    <h2>{title}</h2>
    <p class="hint">{hint}</p>
    {children}
  </section>
);

interface Given {
  readonly round: Round;
  readonly language: Language;
  /** Somebody of the rectification, who may send events. */
  readonly acts: boolean;
  readonly back: string;
}

const SpotCheck: FC<
  Given & { settled: readonly ProblemRow[]; seed: string | undefined; count: string | undefined }
> = ({ settled, seed, count, ...given }) => {
  const words = supervisionWords[given.language];
  if (settled.length === 0) return <p>{words.nothingToDraw}</p>;
  const wanted = Math.min(mostDrawn, Math.max(1, Number.parseInt(count ?? '', 10) || 3));
  const rows = seed === undefined ? [] : drawn(settled, wanted, seed.slice(0, 40));
  return (
    <>
      <form method="get" action={given.back} class="draw">
        <label for="count">{words.count}</label>
        <input id="count" name="count" type="number" min={1} max={mostDrawn} value={wanted} />
        <input type="hidden" name="seed" value={String(randomInt(100_000, 1_000_000))} />
        <button class="second">{words.draw}</button>
      </form>
      {seed === undefined ? null : (
        <>
          <p role="status">{words.drawn(rows.length, seed.slice(0, 40))}</p>
          <Chosen {...given} rows={rows} none={words.nothingToDraw}>
            <button formaction="/act/spotCheck">{words.spotCheck}</button>
            <button class="second" formaction="/act/return">
              {words.return}
            </button>
          </Chosen>
        </>
      )}
    </>
  );
};

/** Problems to tick, and what may be done with them. */
const Chosen: FC<Given & { rows: readonly ProblemRow[]; none: string; children: Child }> = (
  props,
) => {
  const { rows, none, acts, back, language, children } = props;
  const words = supervisionWords[language];
  if (rows.length === 0) return <p>{none}</p>;
  return (
    <form method="get" action="/act/urge">
      <input type="hidden" name="back" value={back} />
      <ul class="ticks">
        {rows.map((row) => (
          <li>
            {acts ? (
              <input
                type="checkbox"
                name="target"
                value={row.workflow}
                aria-label={words.choose(`${row.seq} ${row.title ?? ''}`)}
              />
            ) : null}
            <span>
              <a href={problemPath(row)}>{`${row.seq}. ${row.title ?? ''}`}</a>{' '}
              <span class="soft">
                {[row.department, row.due_on, termOf(terms[language].stages, row.stage)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>{' '}
              <Lamp lamp={row.lamp} language={language} />
            </span>
          </li>
        ))}
      </ul>
      {acts ? <p class="actions">{children}</p> : null}
    </form>
  );
};
