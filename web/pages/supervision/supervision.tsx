/** 督查: the units given to a supervisor, the latest first, and what is done about each of their rectifications. */
import { supervisionWords } from '../../../words/pages/supervision';
import { grantFor, unitsAs } from '../../access/access';
import { page } from '../../layout/respond';
import { notSeen } from '../../rounds/not-seen';
import { roundSeen, roundsSeen, type Round } from '../../rounds/rounds';
import type { Part, WebContext, WebDeps } from '../../web-env';
import { showRound } from './one';
import { rankedUnits } from './ranking';
import { RankingTable } from './ranking-table';
import { recordVisit, showVisit } from './visit';

export const supervision: Part = (app, deps) => {
  app.get('/supervision', (c) => showAll(c, deps));
  app.get('/supervision/:id', async (c) => {
    const round = await supervised(c, deps);
    return round === null ? notSeen(c, deps) : showRound(c, deps, round);
  });
  app.get('/supervision/:id/visit', async (c) => {
    const round = await supervised(c, deps);
    return round === null ? notSeen(c, deps) : showVisit(c, deps, round);
  });
  app.post('/supervision/:id/visit', async (c) => {
    const round = await supervised(c, deps);
    return round === null ? notSeen(c, deps) : recordVisit(c, deps, round);
  });
};

/** Null where the viewer does not oversee the unit, though they may see it otherwise. */
async function supervised(c: WebContext, deps: WebDeps): Promise<Round | null> {
  const viewer = c.get('viewer');
  const round = await roundSeen(deps, viewer, c.req.param('id') ?? '');
  const standing = round === null ? undefined : grantFor(viewer, round.unit)?.standing;
  return standing === 'supervisor' ? round : null;
}

async function showAll(c: WebContext, deps: WebDeps) {
  const viewer = c.get('viewer');
  const { language } = viewer;
  const words = supervisionWords[language];
  const units = unitsAs(viewer, 'supervisor');
  if (units.length === 0) return notSeen(c, deps);
  const rounds = (await roundsSeen(deps, viewer)).flatMap((round) =>
    round.unit !== null && units.includes(round.unit) ? [{ ...round, unit: round.unit }] : [],
  );
  const sums = await deps.ledger.overview.sums(rounds.map(({ id }) => id));
  const ranked = rankedUnits(units, rounds, sums);
  const body = (
    <section
      id="units"
      hx-get="/supervision"
      hx-trigger="sse:changed, fresh"
      data-calm="changed"
      hx-swap="outerHTML"
    >
      <RankingTable ranked={ranked} rounds={rounds} language={language} />
      <p class="hint">{words.rule}</p>
    </section>
  );
  if (c.req.header('hx-request') !== undefined) return c.html(body);
  return page(c, deps, { title: words.title, scripts: ['calm.js', 'keep.js'] }, body);
}
