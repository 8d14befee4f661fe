import { given, viewer } from './given';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('a page leads who is not signed in to the sign-in and back again', async () => {
  const { app } = given({ viewer: null });
  const answer = await app.request('/todo?lamp=overdue', { headers: { accept: 'text/html' } });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/sign-in?to=%2Ftodo%3Flamp%3Doverdue');
});

test('a part of a page tells who is not signed in to sign in, and shows nothing', async () => {
  const { app } = given({ viewer: null });
  const answer = await app.request('/todo', { headers: { 'hx-request': 'true' } });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('hx-redirect')).toBe('/sign-in');
  expect(await answer.text()).toBe('');
});

test('what is sent without this session’s token is refused and noted', async () => {
  const { app, audit } = given();
  for (const body of ['', 'csrf=', 'csrf=token-of-another'])
    expect((await app.request('/todo', { method: 'POST', headers: form, body })).status).toBe(403);
  expect(audit).toHaveLength(3);
  expect(audit[0]).toMatchObject({ account: 'li-na', what: 'refused', subject: 'POST /todo' });
});

test('what another site sends is refused though it has the token', async () => {
  const { app } = given();
  const headers = { ...form, 'sec-fetch-site': 'cross-site' };
  const body = 'csrf=token-of-this-session';
  expect((await app.request('/todo', { method: 'POST', headers, body })).status).toBe(403);
});

test('what is too large is told so, before anything of it is read', async () => {
  const { app, logged } = given();
  const headers = { ...form, 'content-length': String(300 * 1024 * 1024) };
  const answer = await app.request('/todo', { method: 'POST', headers, body: 'csrf=' });
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain('一次至多 210 MB');
  expect(logged.filter((line) => line.startsWith('failed'))).toEqual([]);
});

test('no answer lets scripts of elsewhere run, or a frame be put around it', async () => {
  const { app } = given();
  const { headers } = await app.request('/nothing-here');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe|http/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('what is not there is a page in the viewer’s language', async () => {
  const { app } = given({ viewer: viewer({ language: 'en' }) });
  const answer = await app.request('/nothing-here');
  expect(answer.status).toBe(404);
  expect(await answer.text()).toMatch(/^<!DOCTYPE html><html lang="en">.*There is no such page/s);
});

test('assets are at addresses that change with their content, and may be kept for ever', async () => {
  const { app } = given();
  const page = await (await app.request('/nothing-here')).text();
  const paths = [...page.matchAll(/\/assets\/[0-9a-f]+\/[a-z.-]+/g)].map(([path]) => path);
  expect(new Set(paths).size).toBe(5);
  for (const path of paths) {
    const answer = await app.request(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('immutable');
  }
  expect((await app.request('/assets/000000000000/site.css')).status).toBe(404);
});
