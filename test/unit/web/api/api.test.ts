import { given, unit, viewer } from '../given';
import { givenApi, now, post } from './given-api';

const report = '/rectifications/water/problems/3/events/report';

test('without a token, with a forged, an expired or a revoked one nobody is known, and the attempt is noted', async () => {
  const { ask, audit, tokens } = await givenApi();
  const answerTo = async (token: string) =>
    (await ask('/me', { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await answerTo('zhenggai_forged')).toBe(401);
  expect((await ask('/me')).status).toBe(200);
  const [token] = tokens;
  if (token === undefined) throw new Error('no token');
  tokens[0] = { ...token, expires_at: now };
  expect((await ask('/me')).status).toBe(401);
  tokens[0] = { ...token, revoked_at: now };
  expect((await ask('/me')).status).toBe(401);
  expect(audit.map(({ what, detail }) => `${what} ${detail}`)).toEqual(
    Array.from({ length: 3 }, () => 'refused token'),
  );
});

test('what nobody may know of is a problem that says how to sign in', async () => {
  const { app } = given({ viewer: null });
  const answer = await app.request('/api/v1/problems');
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ type: '/api#not-signed-in', status: 401 });
});

test('a token does what its scopes say and no more', async () => {
  const { ask, json, audit } = await givenApi(['read']);
  expect((await ask('/problems')).status).toBe(200);
  expect(await json(report, post({ text: '已完成' }))).toMatchObject({
    ...{ type: '/api#scope-missing', status: 403 },
  });
  expect(audit).toMatchObject([{ what: 'refused', detail: 'scope act' }]);
});

test('a token never does more than its account may now', async () => {
  const { ask } = await givenApi(['operate', 'receive', 'act', 'read']);
  expect((await ask('/incidents')).status).toBe(403);
  const reader = viewer({ grants: [{ unit, standing: 'reader', person: null }] });
  const looking = await givenApi(['act', 'read'], reader);
  expect((await looking.ask('/problems')).status).toBe(200);
  expect((await looking.ask(report, post({ text: '已完成' }))).status).toBe(403);
});

test('another unit’s problems are not there, in lists and one by one', async () => {
  const elsewhere = viewer({
    grants: [{ unit: '云川县教育局', standing: 'member', person: 'li-na' }],
  });
  const { json, ask } = await givenApi(['read', 'act'], elsewhere);
  expect(await json('/problems')).toEqual({ items: [], next: null });
  expect(await json('/rectifications')).toEqual({ items: [], next: null });
  for (const path of ['', '/journal', '/problems/3', '/problems/3/journal', '/problems/3/evidence'])
    expect((await ask(`/rectifications/water${path}`)).status).toBe(404);
  expect((await ask(report, post({ text: '已完成' }))).status).toBe(404);
});

test('a list comes in pages, each once, until there is none left', async () => {
  const { json } = await givenApi();
  const seen: unknown[] = [];
  let cursor = '';
  for (let pages = 0; pages < 5; pages += 1) {
    const page = await json(`/problems?limit=2${cursor}`);
    seen.push(...(page['items'] as { seq: number }[]).map(({ seq }) => seq));
    if (page['next'] === null) break;
    cursor = `&cursor=${page['next'] as string}`;
  }
  expect(seen).toEqual([3, 4, 5]);
});

test('a cursor of another list, and a filter that nobody knows, are errors and no answer', async () => {
  const { json, ask } = await givenApi();
  const { next } = await json('/rectifications/water/journal?limit=1');
  for (const query of [`cursor=${String(next)}`, 'cursor=nonsense', 'lmap=overdue', 'limit=0'])
    expect((await ask(`/problems?${query}`)).status).toBe(400);
  expect(await json('/problems?lmap=overdue')).toMatchObject({ errors: [{ code: 'unknown' }] });
});

test('a filter may name several values', async () => {
  const { json } = await givenApi();
  const { items } = await json('/problems?lamp=normal&lamp=behind&lamp=overdue&lamp=approaching');
  expect(items).toHaveLength(3);
});

test('the journal tells what happened and not where people are written to', async () => {
  const { json } = await givenApi();
  const text = JSON.stringify(await json('/rectifications/water/problems/3/journal'));
  expect(text).toContain('已完成');
  expect(text).not.toContain('secret');
});

test('the same command under the same key is applied once', async () => {
  const { json } = await givenApi();
  const first = await json(report, post({ text: '已完成' }, 'key-1'));
  expect(first).toMatchObject({ commandId: 'key-1', duplicate: false });
  expect(await json(report, post({ text: '已完成' }, 'key-1'))).toEqual({
    ...first,
    duplicate: true,
  });
  expect(await json(report, post({ text: '已完成' }, 'with a space'))).toMatchObject({
    status: 400,
  });
});

test('a refusal says why, and what is accepted instead', async () => {
  const { json } = await givenApi();
  const path = '/rectifications/water/problems/3/events/approve';
  expect(await json(path, post({}))).toMatchObject({
    ...{ type: '/api#refused', status: 409, detail: '不能审核自己报送的', accepts: ['report'] },
    why: [{ code: 'forbidden', text: '不能审核自己报送的' }],
  });
});

test('fields that are not as described are named, each', async () => {
  const { json } = await givenApi();
  const file = { sha256: 'b'.repeat(64), name: 'x.pdf', size: 3 };
  const answer = await json(report, post({ words: '已完成', evidence: [file] }));
  expect(answer).toMatchObject({ type: '/api#invalid', status: 400 });
  expect((answer['errors'] as { path: string }[]).map(({ path }) => path).sort()).toEqual([
    ...['evidence.0.sha256', 'text', 'words'],
  ]);
  expect(await json(report, { method: 'POST', body: '{' })).toMatchObject({ status: 400 });
});

test('only the office records what somebody else decided', async () => {
  const decided = `${report}?decidedBy=liu-haiyan&basis=signedSheet`;
  const { json } = await givenApi();
  expect(await json(decided, post({ text: '已完成' }))).toMatchObject({ status: 403 });
  const office = viewer({ grants: [{ unit, standing: 'office', person: 'he-jing' }] });
  const asOffice = await givenApi(['act'], office);
  expect(await asOffice.json(decided, post({ text: '已完成' }))).toHaveProperty('sequence');
});

test('a file is filed, named by an event, listed, and read by who may see it; reading is noted', async () => {
  const { json, ask, audit } = await givenApi();
  const filed = await json('/rectifications/water/evidence?name=照片.pdf', {
    ...{ method: 'POST', body: '一张照片' },
  });
  expect(filed).toMatchObject({ name: '照片.pdf', size: 12 });
  expect(await json(report, post({ text: '见附件', evidence: [filed] }))).toHaveProperty(
    'sequence',
  );
  const { items } = await json('/rectifications/water/problems/3/evidence');
  const [{ sha256 } = { sha256: '' }] = items as { sha256: string }[];
  const read = await ask(`/rectifications/water/problems/3/evidence/${sha256}`);
  expect(await read.text()).toBe('合同');
  expect(read.headers.get('content-disposition')).toContain('attachment');
  expect(audit).toMatchObject([
    { what: 'evidenceRead', subject: 'problem/water/3', address: null },
  ]);
  expect((await ask(`/rectifications/water/problems/4/evidence/${sha256}`)).status).toBe(404);
});

test('a file that is none of ours is not kept', async () => {
  const { json } = await givenApi();
  const path = '/rectifications/water/evidence?name=run.exe';
  expect(await json(path, { method: 'POST', body: 'MZ' })).toMatchObject({
    ...{ type: '/api#file-refused', status: 422 },
  });
});

test('who is signed in to the pages may try it there, and nobody in their name from elsewhere', async () => {
  const { ask } = await givenApi(null);
  expect((await ask('/me')).status).toBe(200);
  expect((await ask(report, post({ text: '已完成' }))).status).toBe(403);
  const headers = { 'x-csrf-token': 'token-of-this-session' };
  const init = { ...post({ text: '已完成' }), headers };
  expect((await ask(report, init)).status).toBe(200);
  const crossSite = { ...headers, 'sec-fetch-site': 'cross-site' };
  expect((await ask(report, { ...init, headers: crossSite })).status).toBe(403);
});

test('a link of a message opens no API', async () => {
  const only = { workflow: 'problem/water/3', event: 'report', link: 'l' };
  const { ask } = await givenApi(null, viewer({ only }));
  expect((await ask('/problems')).status).toBe(401);
});

test('an address that is none is a problem too, and so is an error: without its stack', async () => {
  const broken = { problems: () => Promise.reject(new Error('at Ledger.problems')) };
  const { json, ask } = await givenApi(['read'], viewer(), { ledger: broken });
  expect(await json('/nothing')).toMatchObject({ type: '/api#not-found' });
  const failed = await ask('/problems');
  expect(failed.status).toBe(500);
  const text = await failed.text();
  expect(text).not.toContain('Ledger');
  expect(JSON.parse(text)).toMatchObject({ requestId: failed.headers.get('x-request-id') });
});

test('a token is made on the page, shown once, and revoked there', async () => {
  const { app, tokens } = await givenApi(null);
  const form = (fields: Readonly<Record<string, string>>) => ({
    method: 'POST',
    body: new URLSearchParams({ csrf: 'token-of-this-session', ...fields }),
  });
  const made = await app.request('/api/tokens', form({ name: '上报', scope: 'read', days: '30' }));
  const secret = /zhenggai_[\w-]+/.exec(await made.text())?.[0] ?? '';
  const asking = { headers: { authorization: `Bearer ${secret}` } };
  expect((await app.request('/api/v1/me', asking)).status).toBe(200);
  expect(JSON.stringify(tokens)).not.toContain(secret);
  expect(await (await app.request('/api')).text()).not.toContain(secret);
  await app.request('/api/tokens/revoke', form({ id: tokens[0]?.id ?? '' }));
  expect((await app.request('/api/v1/me', asking)).status).toBe(401);
});

test('a token without purpose, scope or end is not made', async () => {
  const { app, tokens } = await givenApi(null);
  const body = new URLSearchParams({
    csrf: 'token-of-this-session',
    days: '9999',
    scope: 'operate',
  });
  expect((await app.request('/api/tokens', { method: 'POST', body })).status).toBe(422);
  expect(tokens).toEqual([]);
});

test('changes are streamed to who sees them, and taken up again where they were left', async () => {
  const changed = [
    { id: 'water', unit },
    { id: 'school', unit: '云川县教育局' },
  ];
  const asked: number[] = [];
  const { ask } = await givenApi(['read'], viewer(), {
    changedSince: (since) => {
      asked.push(since);
      return Promise.resolve(changed);
    },
  });
  const answer = await ask('/changes', { headers: { 'last-event-id': now } });
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const { value } = await reader.read();
  await reader.cancel();
  const text = new TextDecoder().decode(value);
  expect(text).toContain('{"rectification":"water"}');
  expect(text).not.toContain('school');
  expect(asked).toEqual([Date.parse(now)]);
});
