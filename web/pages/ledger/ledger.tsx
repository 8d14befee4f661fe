/** 台账: the problems of a rectification as a table, and of all that the viewer sees together. */
import { rolesIn } from '../../access/access';
import { page } from '../../layout/respond';
import { notSeen } from '../../rounds/not-seen';
import { ledgerPath } from '../../rounds/paths';
import { roundSeen, roundsSeen, type Round } from '../../rounds/rounds';
import type { Part, WebContext, WebDeps } from '../../web-env';
import { ledgerWords } from '../../../words/pages/ledger';
import { excelOf } from './excel';
import { filterOf, queryIn, type LedgerQuery } from './query';
import { actionsFor } from './actions';
import { choicesIn, noChoices } from './choices';
import { LedgerTable } from './table';
import { LedgerFilter } from './filter';

export const ledger: Part = (app, deps) => {
  app.get('/ledger', async (c) => {
    const rounds = await roundsSeen(deps, c.get('viewer'));
    const [only] = rounds;
    const { search } = new URL(c.req.url);
    if (only !== undefined && rounds.length === 1)
      return c.redirect(ledgerPath(only.id) + search, 303);
    return show(c, deps, { rounds, only: null });
  });
  app.get('/ledger/:id', async (c) => {
    const round = await roundSeen(deps, c.get('viewer'), c.req.param('id'));
    return round === null ? notSeen(c, deps) : show(c, deps, { rounds: [round], only: round });
  });
  app.get('/ledger/:id/excel', async (c) => {
    const round = await roundSeen(deps, c.get('viewer'), c.req.param('id'));
    if (round === null) return notSeen(c, deps);
    return excelOf(c, deps, round, asked(c));
  });
};

interface Shown {
  readonly rounds: readonly Round[];
  /** Null: several rectifications together. */
  readonly only: Round | null;
}

function asked(c: WebContext): LedgerQuery {
  return queryIn(new URL(c.req.url).searchParams);
}

async function show(c: WebContext, deps: WebDeps, { rounds, only }: Shown) {
  const viewer = c.get('viewer');
  const { language } = viewer;
  const words = ledgerWords[language];
  const query = asked(c);
  const ids = rounds.map(({ id }) => id);
  const { limit, after, before, sort: by, down } = query;
  const from = before !== null ? { before } : after !== null ? { after } : {};
  const { sorted, places } = deps.ledger.overview;
  const [found, people, counted] = await Promise.all([
    sorted(filterOf(query, ids), { by, down }, { limit, ...from }),
    only === null ? [] : deps.ledger.people(only.id),
    only === null ? [] : places(only.id),
  ]);
  const choices = only === null ? noChoices : choicesIn(counted);
  const actions = only === null ? [] : actionsFor(rolesIn(viewer, { unit: only.unit, people }));
  const table = <LedgerTable {...{ found, query, rounds, only, actions, language }} />;
  if (c.req.header('hx-request') !== undefined) return c.html(table);
  const title = only === null ? words.title : words.of(only.title);
  return page(
    c,
    deps,
    { title, scripts: ['calm.js', 'keep.js', 'choose.js'] },
    <>
      <LedgerFilter {...{ query, choices, only, language }} />
      {table}
    </>,
  );
}
