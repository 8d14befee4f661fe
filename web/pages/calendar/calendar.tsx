/** 日历: deadlines by month, a grid where there is room and an agenda on a phone; and the subscription. */
import { monthOf, planDayOf } from '../../../domain/plain-date';
import { calendarWords } from '../../../words/pages/calendar';
import { page } from '../../layout/respond';
import { roundsSeen, type Round } from '../../rounds/rounds';
import type { Viewer } from '../../viewer';
import type { Part, WebContext, WebDeps } from '../../web-env';
import { Agenda } from './agenda';
import { datesFor } from './dates';
import { newToken } from './feed';
import { Grid } from './grid';
import { dayIn, endsOf, monthIn } from './month';
import { Choosing } from './choosing';
import { Subscription } from './subscription';

export const calendar: Part = (app, deps) => {
  app.get('/calendar', (c) => show(c, deps, null));
  app.post('/calendar/feed', async (c) => {
    const { account, language } = c.get('viewer');
    const { token, hash } = newToken();
    const madeAt = deps.now();
    await deps.ledger.feeds.keep({
      ...{ account: account.id, token_hash: hash, language, made_at: madeAt },
    });
    return show(c, deps, `${deps.settings.baseUrl}/calendar/feed/${token}.ics`);
  });
  app.post('/calendar/feed/revoke', async (c) => {
    await deps.ledger.feeds.revoke(c.get('viewer').account.id);
    return c.redirect('/calendar#feed', 303);
  });
};

/** @param address of a feed that was made just now: shown this once */
async function show(c: WebContext, deps: WebDeps, address: string | null) {
  const viewer = c.get('viewer');
  const { language } = viewer;
  const words = calendarWords[language];
  const all = await roundsSeen(deps, viewer);
  const only = all.find(({ id }) => id === c.req.query('round')) ?? null;
  const rounds = only === null ? all : [only];
  const today = latestDay(rounds) ?? planDayOf(deps.now());
  const day = dayIn(c.req.query('day'));
  const month = monthIn(c.req.query('month')) ?? monthOf(day ?? today);
  const mine = (c.req.query('whose') ?? usual(viewer)) === 'mine';
  const range = day === null ? endsOf(month) : { from: day, to: day };
  const [dates, feed] = await Promise.all([
    datesFor(deps.ledger, viewer, { rounds, ...range, mine }),
    deps.ledger.feeds.of(viewer.account.id),
  ]);
  const asked = { month, mine, round: only?.id ?? null };
  const shown = { dates, rounds, today, language };
  return page(
    c,
    deps,
    { title: day === null ? `${words.title} ${words.month(month)}` : words.dayTitle(day) },
    <>
      <Choosing {...{ ...asked, all, language }} thisMonth={monthOf(today)} day={day} />
      {day === null ? <Grid {...shown} {...asked} /> : null}
      <Agenda {...shown} day={day} month={month} />
      <Subscription {...{ viewer, feed, address }} />
    </>,
  );
}

/** In a demonstration rectifications have calendars of their own. */
function latestDay(rounds: readonly Round[]): string | null {
  return (
    rounds
      .map(({ today }) => today)
      .toSorted()
      .at(-1) ?? null
  );
}

/** Who does the work wants to see their own; who looks after the whole, all of it. */
function usual({ grants }: Viewer): 'mine' | 'all' {
  return grants.some(({ standing }) => standing !== 'member') ? 'all' : 'mine';
}
