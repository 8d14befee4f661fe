import type { Role } from './roles';
import { roles, viewerAs } from './roles';
import { open, rows, streams, walked, type Place, type Row } from './rows';
import { fileOf, openWorld, type World } from './world';

let world: World;
const places: Record<'own' | 'other', Place> = { own: place('water'), other: place('forest') };

beforeAll(async () => {
  world = await openWorld();
}, 120_000);
beforeEach(() => world.drafts());
afterAll(() => world.close());

function place(id: string): Place {
  return { id, draft: `draft-${id}`, file: fileOf(id) };
}

async function ask(row: Row, place: Place): Promise<Response> {
  const [method = ''] = row.route.split(' ');
  const path = typeof row.path === 'string' ? row.path : row.path(place);
  const isApi = /^.(api.v1|temporal-codec)/.test(path);
  const accept = isApi ? 'application/json' : 'text/html';
  if (method === 'GET') return world.app.request(path, { headers: { accept } });
  const fields = { csrf: 'token-of-this-session', ...row.fields?.(place) };
  return world.app.request(path, {
    method: method === 'ALL' ? 'POST' : method,
    headers: {
      ...{ accept, 'x-csrf-token': 'token-of-this-session' },
      'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded',
    },
    body: isApi ? '{}' : new URLSearchParams(fields).toString(),
  });
}

function isTurnedAway({ status, headers }: Response): boolean {
  const to = headers.get('location') ?? '';
  return [401, 403, 404].includes(status) || (status === 303 && to.startsWith('/sign-in?to='));
}

/** Every answer, of whatever status, is for this browser's own page alone: what is not said of it. */
function unguarded({ headers }: Response): readonly string[] {
  const policy = headers.get('content-security-policy') ?? '';
  const wanted = [
    "default-src 'self'",
    "script-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ];
  const missing = [...wanted, "frame-ancestors 'none'"].filter((each) => !policy.includes(each));
  const said: Readonly<Record<string, RegExp>> = {
    'x-content-type-options': /^nosniff$/,
    'x-frame-options': /^DENY$/,
    'referrer-policy': /^same-origin$/,
    'cache-control': /no-store/,
  };
  const unsaid = Object.keys(said).filter((name) => !said[name]?.test(headers.get(name) ?? ''));
  return [...missing, ...unsaid];
}

/** What is not as the matrix says, in words. */
async function tried(row: Row, role: Role, place: 'own' | 'other'): Promise<readonly string[]> {
  world.as(viewerAs(role));
  const before = world.refusals();
  const answer = await ask(row, places[place]);
  await answer.body?.cancel();
  const [cell, status] = [`${role} ${place} ${row.route}`, answer.status];
  const may = place === 'own' && row.may.includes(role);
  if (status === 500) return [`${cell}: has failed`];
  const bare = unguarded(answer);
  if (bare.length > 0) return [`${cell}: ${bare.join(', ')}`];
  if (may === isTurnedAway(answer)) return [`${cell}: ${status}, ${may ? 'may' : 'may not'}`];
  return may || world.refusals() > before ? [] : [`${cell}: ${status}, not recorded`];
}

test('every route has a row, and every row a route', () => {
  const known = new Set([...open, ...streams, ...walked, ...rows.map(({ route }) => route)]);
  expect(world.routes.filter((route) => !known.has(route))).toEqual([]);
  expect([...known].filter((route) => !world.routes.includes(route))).toEqual([]);
});

test('without a sign-in nothing is let in that is not open to all', async () => {
  world.as(null);
  const wrong: string[] = [];
  for (const row of rows) {
    const answer = await ask(row, places.own);
    if (!isTurnedAway(answer)) wrong.push(`${row.route}: ${answer.status}`);
  }
  for (const route of [...streams, ...walked]) {
    const [method = '', path = ''] = route.split(' ');
    const answer = await world.app.request(path, { method });
    if (!isTurnedAway(answer)) wrong.push(`${route}: ${answer.status}`);
  }
  expect(wrong).toEqual([]);
});

test.each(roles)(
  '%s is let in where the matrix says, and nowhere else; what is refused is recorded, and no answer is for others',
  async (role) => {
    const wrong: string[] = [];
    for (const row of rows) {
      const isOfUnit = typeof row.path === 'function';
      for (const place of isOfUnit ? (['own', 'other'] as const) : (['own'] as const))
        wrong.push(...(await tried(row, role, place)));
    }
    expect(wrong).toEqual([]);
  },
);
