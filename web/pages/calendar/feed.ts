/** The subscription: dates that concern an account, read by a secret address without a session. Nothing else is reached by it. */
import { createHash, randomBytes } from 'node:crypto';
import { addDays } from '../../../domain/plain-date';
import type { DueDate } from '../../../ledger';
import { languages, type Language } from '../../../words/catalogue';
import { calendarWords } from '../../../words/pages/calendar';
import { termOf, terms } from '../../../words/terms';
import { problemPath, roundPath } from '../../rounds/paths';
import { dateWord, waitOf } from '../../rounds/dates';
import { roundsSeen, type Round } from '../../rounds/rounds';
import type { Viewer } from '../../viewer';
import type { Part, WebDeps } from '../../web-env';
import { datesFor } from './dates';
import { calendarText, type DayEvent } from './ics';

/** Days that it reaches back and ahead. */
const [back, ahead] = [31, 400];

export const calendarFeed: Part = (app, deps) => {
  app.get('/calendar/feed/:name', async (c) => {
    const [, token] = /^([\w-]{43})\.ics$/.exec(c.req.param('name')) ?? [];
    const text = token === undefined ? null : await feedText(deps, token);
    if (text === null) return c.text('404', 404);
    c.header('content-type', 'text/calendar; charset=utf-8');
    c.header('cache-control', 'private, no-store');
    return c.body(text);
  });
};

/** A new address's secret, and what is kept of it. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What is granted to the account counts as it is now, not as it was when the address was made. */
async function feedText(deps: WebDeps, token: string): Promise<string | null> {
  const { ledger, identity, now, settings } = deps;
  const feed = await ledger.feeds.read(hashOf(token), now());
  const grants = feed === null ? null : ((await identity.holder(feed.account))?.grants ?? null);
  if (feed === null || grants === null) return null;
  const language = languages.find((each) => each === feed.language) ?? 'zh';
  const viewer = whoReads(feed.account, grants, language);
  const rounds = await roundsSeen(deps, viewer);
  const today = rounds.map((round) => round.today).toSorted();
  const [first, last] = [today[0], today.at(-1)];
  const dates =
    first === undefined || last === undefined
      ? []
      : await datesFor(ledger, viewer, {
          ...{ rounds, from: addDays(first, -back), to: addDays(last, ahead), mine: true },
        });
  const byId = new Map(rounds.map((round) => [round.id, round]));
  const events = dates.map((date) =>
    eventOf(date, byId.get(date.rectification), settings.baseUrl, language),
  );
  return calendarText(calendarWords[language].title, events, now());
}

function whoReads(id: string, grants: Viewer['grants'], language: Language): Viewer {
  const account = { id, name: id, email: '', administrator: false };
  return { account, grants, language, csrf: '', only: null };
}

export function eventOf(
  date: DueDate,
  round: Pick<Round, 'unit'> | undefined,
  baseUrl: string,
  language: Language,
): DayEvent {
  const words = calendarWords[language];
  const { seq, title, department, leader, stage } = date;
  const facts = [
    [words.unit, round?.unit ?? null],
    [words.stage, stage === null ? null : termOf(terms[language].stages, stage)],
    [words.department, department],
    [words.leader, leader],
  ].flatMap(([name, value]) => (value ? [`${name}：${value}`] : []));
  const path = seq === null ? roundPath(date.rectification) : problemPath({ ...date, seq });
  return {
    uid: `${uidOf(date)}@zhenggai`,
    on: date.on,
    summary: `${dateWord(date, language)}：${seq === null ? (round?.unit ?? '') : `${seq}. ${title ?? ''}`}`,
    description: facts.join('\n'),
    url: baseUrl + path,
  };
}

/** A date that moves stays the same event; each month's report is one of its own. */
function uidOf(date: DueDate): string {
  const wait = waitOf(date);
  const which = date.measure ?? (wait === 'progress' ? date.on.slice(0, 7) : null);
  const matter = which === null ? wait : `${wait}.${which}`;
  return `${encodeURIComponent(date.workflow)}.${matter}`;
}
