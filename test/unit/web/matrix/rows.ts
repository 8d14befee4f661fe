/**
 * The matrix: every route of the pages and of the API, and who is let in. A route that is not here fails the test, and so does a
 * row whose route is gone. Who may *do* what of an event is the machine's to say, whichever way it comes.
 */
import type { Role } from './roles';
import { walks } from './walks';

export interface Place {
  readonly id: string;
  readonly draft: string;
  /** A file that was filed there. */
  readonly file: string;
}

export interface Row {
  readonly route: string;
  /** Of one unit: tried in one's own and in the other, where nobody is let in. */
  readonly path: string | ((place: Place) => string);
  readonly may: readonly Role[];
  readonly fields?: (place: Place) => Readonly<Record<string, string>>;
}

const sees = ['handler', 'leader', 'office', 'supervisor', 'reader'] as const;
const acts = ['handler', 'leader', 'office', 'supervisor'] as const;
const office = ['office'] as const;
const sessions = [...sees, 'stranger', 'administrator'] as const;
const everybody = [...sessions, 'link'] as const;
const administrator = ['administrator'] as const;

const target = ({ id }: Place) => ({ target: `problem/${id}/1`, commandId: 'c' });
const encoded = ({ id }: Place) => encodeURIComponent(`problem/${id}/1`);

/** Answer whoever asks: each has tests of its own. */
export const open: readonly string[] = [
  'GET /assets/:tag/:name',
  'GET /calendar/feed/:name',
  'GET /health',
  'GET /ready',
  'GET /metrics',
  'GET /public/:id',
  'GET /link/:token',
  'GET /sign-in',
  'POST /sign-in',
  'GET /sign-in/second',
  'POST /sign-in/second',
  'GET /sign-in/sso',
  'GET /sign-in/with/callback/sso',
  'GET /invitation/:secret',
  'POST /invitation/:secret',
];

/** Answers as a stream that does not end; what it tells is tested in live.test.ts. */
export const streams: readonly string[] = ['GET /live', 'GET /api/v1/changes'];

const own: readonly Row[] = [
  { route: 'GET /', path: '/', may: sessions },
  { route: 'POST /sign-out', path: '/sign-out', may: everybody },
  { route: 'POST /language', path: '/language', may: everybody },
  { route: 'GET /settings', path: '/settings', may: sessions },
  ...['password', 'second', 'second/confirm', 'second/off', 'sessions'].map((what) => ({
    ...{ route: `POST /settings/${what}`, path: `/settings/${what}`, may: sessions },
  })),
  { route: 'GET /calendar', path: '/calendar', may: sessions },
  { route: 'POST /calendar/feed', path: '/calendar/feed', may: sessions },
  { route: 'POST /calendar/feed/revoke', path: '/calendar/feed/revoke', may: sessions },
  { route: 'GET /todo', path: '/todo', may: sessions },
  { route: 'GET /todo/whole', path: '/todo/whole', may: sessions },
  { route: 'GET /rules', path: '/rules', may: sessions },
  { route: 'GET /rectifications', path: '/rectifications', may: sessions },
  { route: 'GET /ledger', path: '/ledger', may: sessions },
  { route: 'GET /documents', path: '/documents', may: sessions },
  { route: 'GET /supervision', path: '/supervision', may: ['supervisor'] },
  { route: 'GET /api', path: '/api', may: sessions },
  { route: 'POST /api/tokens', path: '/api/tokens', may: sessions },
  { route: 'POST /api/tokens/revoke', path: '/api/tokens/revoke', may: sessions },
];

const administration: readonly Row[] = [
  { route: 'GET /accounts', path: '/accounts', may: administrator },
  { route: 'GET /accounts/:id', path: '/accounts/somebody', may: administrator },
  { route: 'POST /accounts/add', path: '/accounts/add', may: administrator },
  { route: 'POST /accounts/lift', path: '/accounts/lift', may: administrator },
  { route: 'POST /accounts/:id/link', path: '/accounts/somebody/link', may: administrator },
  {
    ...{ route: 'POST /accounts/:id/grant', path: '/accounts/somebody/grant', may: administrator },
    fields: () => ({ unit: '云川县水务局', standing: 'member', person: '' }),
  },
  { route: 'POST /accounts/:id/withdraw', path: '/accounts/somebody/withdraw', may: administrator },
  {
    ...{ route: 'POST /accounts/:id/state', path: '/accounts/somebody/state', may: administrator },
    fields: () => ({ to: 'endSessions' }),
  },
  { route: 'GET /audit', path: '/audit', may: administrator },
  { route: 'GET /operations', path: '/operations', may: administrator },
  { route: 'GET /operations/versions', path: '/operations/versions', may: administrator },
  { route: 'POST /operations/retry', path: '/operations/retry', may: administrator },
  { route: 'ALL /temporal-codec/*', path: '/temporal-codec/decode', may: administrator },
];

const ofUnits: readonly Row[] = [
  { route: 'GET /rectifications/:id', path: ({ id }) => `/rectifications/${id}`, may: sees },
  {
    route: 'GET /rectifications/:id/may',
    path: ({ id }) => `/rectifications/${id}/may`,
    may: sees,
  },
  { route: 'GET /ledger/:id', path: ({ id }) => `/ledger/${id}`, may: sees },
  { route: 'GET /ledger/:id/excel', path: ({ id }) => `/ledger/${id}/excel`, may: sees },
  { route: 'GET /rules/:id', path: ({ id }) => `/rules/${id}`, may: sees },
  // Whoever came by a link reads what their one problem is about.
  ...['', '/live'].map((part) => ({
    route: `GET /problems/:rectification/:seq${part}`,
    path: ({ id }: Place) => `/problems/${id}/1${part}`,
    may: [...sees, 'link'] as const,
  })),
  {
    route: 'GET /evidence/:sha256',
    path: ({ file }) => `/evidence/${file}`,
    may: [...sees, 'link'],
  },
  ...['', '/visit'].map((page) => ({
    route: `GET /supervision/:id${page}`,
    path: ({ id }: Place) => `/supervision/${id}${page}`,
    may: ['supervisor'] as const,
  })),
  {
    ...{ route: 'POST /supervision/:id/visit', path: ({ id }) => `/supervision/${id}/visit` },
    may: ['supervisor'],
  },
  {
    route: 'GET /act/:event',
    path: (place) => `/act/approve?target=${encoded(place)}`,
    may: [...acts, 'link'],
  },
  {
    route: 'GET /act/:event/row',
    path: (place) => `/act/plan/row?field=measures&id=x&target=${encoded(place)}`,
    may: acts,
  },
  { route: 'POST /act/:event', path: '/act/approve', may: [...acts, 'link'], fields: target },
  // Whoever is asked to confirm may return it instead, and do nothing else.
  { route: 'POST /act/:event', path: '/act/return', may: [...acts, 'link'], fields: target },
  { route: 'POST /act/:event', path: '/act/report', may: acts, fields: target },
];

const documents: readonly Row[] = [
  { route: 'GET /documents/:id', path: ({ id }) => `/documents/${id}`, may: sees },
  { route: 'GET /documents/:id/:name', path: ({ id }) => `/documents/${id}/ledger`, may: sees },
  {
    ...{ route: 'GET /documents/:id/:name/file', path: ({ id }) => `/documents/${id}/ledger/file` },
    may: sees,
  },
  // No such one has been issued: nobody learns more than that.
  {
    route: 'GET /documents/:id/issued/:sha',
    path: ({ id }) => `/documents/${id}/issued/none`,
    may: [],
  },
  { route: 'GET /documents/:id/words', path: ({ id }) => `/documents/${id}/words`, may: office },
  { route: 'POST /documents/:id/words', path: ({ id }) => `/documents/${id}/words`, may: office },
  {
    route: 'POST /documents/:id/:name/issue',
    path: ({ id }) => `/documents/${id}/ledger/issue`,
    may: office,
    fields: () => ({ lines: '1', day: '2026-11-23' }),
  },
];

const drafts: readonly Row[] = [
  { route: 'GET /reception', path: '/reception', may: office },
  {
    route: 'POST /reception',
    path: '/reception',
    may: office,
    fields: () => ({ unit: '云川县水务局' }),
  },
  { route: 'GET /reception/template.xlsx', path: '/reception/template.xlsx', may: office },
  ...[
    'GET /reception/:draft',
    'GET /reception/:draft/list.yaml',
    'GET /reception/:draft/problems/:seq',
    'GET /reception/:draft/people',
    'GET /reception/:draft/people/:person',
    'GET /reception/:draft/check',
    'GET /reception/:draft/progress',
    'POST /reception/:draft/file',
    'POST /reception/:draft/settle',
    'POST /reception/:draft/as-is',
    'POST /reception/:draft/policy',
    'POST /reception/:draft/problems/:seq',
    'POST /reception/:draft/problems/:seq/remove',
    'POST /reception/:draft/people',
    'POST /reception/:draft/people/proposed',
    'POST /reception/:draft/people/:person',
    'POST /reception/:draft/people/:person/remove',
    'POST /reception/:draft/start',
    // Last: afterwards it is gone.
    'POST /reception/:draft/discard',
  ].map((route) => ({
    route,
    path: ({ draft }: Place) =>
      (route.split(' ')[1] ?? '')
        .replace(':draft', draft)
        .replace(':seq', '1')
        .replace(':person', 'he-jing'),
    may: office,
  })),
];

const v1 = '/api/v1';
const round = `${v1}/rectifications/:rectification`;
const problem = `${round}/problems/:seq`;

function inApi(route: string, may: readonly Role[]): Row {
  const [, path = ''] = route.split(' ');
  return {
    ...{ route, may },
    path: ({ id, file }) =>
      path.replace(':rectification', id).replace(':seq', '1').replace(':sha256', file),
  };
}

const api: readonly Row[] = [
  { route: `GET ${v1}/openapi.json`, path: `${v1}/openapi.json`, may: sessions },
  { route: `GET ${v1}/me`, path: `${v1}/me`, may: sessions },
  // Whoever has no grant has no scope.
  ...['rectifications', 'problems'].map((name) => ({
    ...{ route: `GET ${v1}/${name}`, path: `${v1}/${name}`, may: [...sees, ...administrator] },
  })),
  inApi(`GET ${round}`, sees),
  inApi(`GET ${round}/journal`, sees),
  inApi(`GET ${problem}`, sees),
  inApi(`GET ${problem}/journal`, sees),
  inApi(`GET ${problem}/evidence`, sees),
  inApi(`GET ${problem}/evidence/:sha256`, sees),
  {
    ...{ route: `POST ${round}/evidence`, may: acts },
    path: ({ id }) => `${v1}/rectifications/${id}/evidence?name=a.pdf`,
  },
  { route: `POST ${v1}/rectifications`, path: `${v1}/rectifications`, may: office },
  { route: `GET ${v1}/incidents`, path: `${v1}/incidents`, may: administrator },
  { route: `POST ${v1}/incidents/retry`, path: `${v1}/incidents/retry`, may: administrator },
];

/** The events over the API, each as a walk has it: who may send it is tried there. */
export const walked: readonly string[] = walks.flatMap(({ workflow, steps }) =>
  steps.map(({ event }) => {
    const of = workflow.startsWith('problem/') ? problem : round;
    return `POST ${of}/events/${event}`;
  }),
);

export const rows: readonly Row[] = [
  ...own,
  ...administration,
  ...ofUnits,
  ...documents,
  ...drafts,
  ...api,
];
