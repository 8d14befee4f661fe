import { checksOf, holds } from '../../../production/checks';
import type { Evidence } from '../../../production/evidence';
import type { Done } from '../../../production/strikes';
import { detailsOf, tableOf } from '../../../production/table';

const killed: Done = {
  ...{ who: 'worker-1', how: 'killed', at: 20_000, away: 5000 },
  ...{ began: 1_020_000, backAfter: 6100, drained: null },
};
const told: Done = {
  ...{ ...killed, who: 'pages-1', how: 'drained', began: 1_050_000 },
  drained: { saidSo: true, exitCode: 0, took: 3400 },
};
const seen = { downs: 1, longest: 6000, restarts: 1, isUp: true };

const whole: Evidence = {
  ...{ seed: 7, seconds: 190, strikes: [killed, told], commands: [], besides: 0 },
  answers: [
    { what: 'GET /todo', at: 1_000_000, ms: 20, status: 200 },
    { what: 'POST /act/report', at: 1_021_000, ms: 3200, status: 303 },
    { what: 'POST /api/v1/a', at: 1_060_000, ms: 40, status: 200 },
  ],
  balancer: {
    ...{ requests: 3, retried: 2, retriedPosts: 1, cutOff: 0, lastResorts: 0, givenUp: 0 },
    liveCut: 4,
  },
  pages: { people: 45, signedOut: [], compared: 40, stale: [] },
  tally: { accepted: 2, lost: [], twice: [], misanswered: [] },
  timeouts: { untaken: 3, unfinished: 1 },
  ...{ gaps: [], lines: 90, disagreements: [], restless: [] },
  reminders: { due: 9, missing: [], overtaken: 1, repeated: [], couldNotTell: 0, notDue: [] },
  verify: { exitCode: 0, said: '' },
  reconcile: { exitCode: 0, said: '', repaired: 0, wrong: 0 },
  metrics: new Map([
    ['worker-1', seen],
    ['pages-1', seen],
    ['pages-2', { downs: 0, longest: 0, restarts: 0, isUp: true }],
  ]),
};

const wrongIn = (over: Partial<Evidence>): readonly string[] =>
  checksOf({ ...whole, ...over })
    .filter((check) => check.holds === false)
    .map(({ what }) => what);

test('a run in which nobody noticed anything but the metrics holds', () => {
  expect(wrongIn({})).toEqual([]);
  expect(holds(checksOf(whole))).toBe(true);
});

const answer = whole.answers[0] as Evidence['answers'][number];

test.each<[string, Partial<Evidence>]>([
  ['unanswered', { answers: [{ ...answer, status: null }] }],
  ['answered with an error of ours (5xx)', { answers: [{ ...answer, status: 502 }] }],
  ['not answered as asked', { answers: [{ ...answer, status: 303 }] }],
  ['not answered as asked', { answers: [{ ...answer, what: 'POST /act/x', status: 200 }] }],
  ['lost', { tally: { ...whole.tally, lost: ['a'] } }],
  ['applied twice', { tally: { ...whole.tally, twice: ['a'] } }],
  ['signed out on the way', { pages: { ...whole.pages, signedOut: ['a'] } }],
  ['that do not show what is so', { pages: { ...whole.pages, stale: ['a'] } }],
  ['missing', { reminders: { ...whole.reminders, missing: ['a'] } }],
  ['not at rest in the end', { restless: ['a'] }],
  ['`zhenggai verify`', { verify: { exitCode: 1, said: 'no' } }],
  [
    '`zhenggai reconcile` finds nothing to repair',
    { reconcile: { ...whole.reconcile, repaired: 1 } },
  ],
  ['metrics of worker-1: 1× struck', { metrics: new Map([['worker-1', { ...seen, downs: 0 }]]) }],
  ['metrics of pages-2: 0× struck', { metrics: new Map([['pages-2', seen]]) }],
  ['metrics of pages-1: 1× struck', { metrics: new Map([['pages-1', { ...seen, isUp: false }]]) }],
  [
    'pages-1 told to stop',
    { strikes: [killed, { ...told, drained: { saidSo: false, exitCode: 0, took: 1 } }] },
  ],
])('what is %s is found', (what, over) => {
  expect(wrongIn(over)).toContain(what);
});

test('the table says what was struck when, and how long it was away', () => {
  const table = tableOf(whole, checksOf(whole));
  expect(table).toContain('worker-1 killed (kill -9) at 20 s, at work again after 6.1 s');
  expect(table).toContain('pages-1 told to stop (SIGTERM) at 50 s');
  expect(table).toMatch(/✓ unanswered +0$/m);
});

test('what is wrong is told with when it was, counted from what was struck last', () => {
  const answers = [{ ...answer, at: 1_022_500, status: 503 }];
  expect(detailsOf(checksOf({ ...whole, answers }))).toContain(
    'GET /todo: 503 2.5 s after worker-1 was killed',
  );
});
