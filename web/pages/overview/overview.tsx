/** 整改总览: all rectifications that the viewer sees, and where to find one of them. */
import type { Sums } from '../../../ledger';
import { overviewWords } from '../../../words/pages/overview';
import { page } from '../../layout/respond';
import { notSeen } from '../../rounds/not-seen';
import { roundPath } from '../../rounds/paths';
import { roundSeen, roundsSeen } from '../../rounds/rounds';
import type { Part, WebContext, WebDeps } from '../../web-env';
import { showMay } from './may';
import { showOne } from './one';
import { RoundCards } from './round-cards';
import { noSums, Tiles } from './tiles';

export const overview: Part = (app, deps) => {
  app.get('/rectifications', (c) => showAll(c, deps));
  app.get('/rectifications/:id', async (c) => {
    const round = await roundSeen(deps, c.get('viewer'), c.req.param('id'));
    return round === null ? notSeen(c, deps) : showOne(c, deps, round);
  });
  app.get('/rectifications/:id/may', async (c) => {
    const round = await roundSeen(deps, c.get('viewer'), c.req.param('id'));
    return round === null ? notSeen(c, deps) : showMay(c, deps, round);
  });
};

async function showAll(c: WebContext, deps: WebDeps) {
  const viewer = c.get('viewer');
  const { language } = viewer;
  const words = overviewWords[language];
  const rounds = await roundsSeen(deps, viewer);
  const [only] = rounds;
  if (only !== undefined && rounds.length === 1 && c.req.header('hx-request') === undefined)
    return c.redirect(roundPath(only.id), 303);
  const sums = await deps.ledger.overview.sums(rounds.map(({ id }) => id));
  const body = (
    <section
      id="rounds"
      hx-get="/rectifications"
      hx-trigger="sse:changed, fresh"
      data-calm="changed"
      hx-swap="outerHTML"
    >
      {rounds.length === 0 ? (
        <p class="card">{words.none}</p>
      ) : (
        <>
          <Tiles id={null} sums={together(sums)} language={language} />
          <RoundCards {...{ rounds, sums, language }} />
        </>
      )}
    </section>
  );
  if (c.req.header('hx-request') !== undefined) return c.html(body);
  return page(c, deps, { title: words.title, scripts: ['calm.js', 'keep.js'] }, body);
}

function together(sums: readonly Sums[]): Omit<Sums, 'rectification'> {
  return sums.reduce<Omit<Sums, 'rectification'>>((all, each) => {
    const names = Object.keys(noSums).filter((name) => name !== 'oldest') as readonly Counted[];
    const added = names.map((name) => [name, all[name] + each[name]]);
    return { ...all, ...(Object.fromEntries(added) as Pick<Sums, Counted>) };
  }, noSums);
}

type Counted = Exclude<keyof typeof noSums, 'oldest'>;
