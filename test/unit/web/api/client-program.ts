/** What an engineer elsewhere might write: a whole path from the list to a report with evidence, and what a refusal says. */
export const clientProgram = `
import createClient from 'openapi-fetch';
import type { paths } from './schema';

export async function run(fetch: typeof globalThis.fetch, token: string) {
  const { GET, POST } = createClient<paths>({
    baseUrl: 'http://zhenggai.example/api/v1',
    headers: { authorization: \`Bearer \${token}\` },
    fetch: (request: Request) => fetch(request),
  });
  const me = await GET('/me');
  const listed = await GET('/problems', { params: { query: { open: 'true', limit: 2 } } });
  const first = listed.data?.items[0];
  if (first === undefined) throw new Error('no problem');
  const path = { rectification: first.rectification, seq: first.seq };
  const problem = await GET('/rectifications/{rectification}/problems/{seq}', { params: { path } });
  const file = await POST('/rectifications/{rectification}/evidence', {
    params: { path: { rectification: first.rectification }, query: { name: '合同.pdf' } },
    body: '%PDF-1.7 …',
    bodySerializer: (text) => text,
    headers: { 'content-type': 'application/octet-stream' },
  });
  if (file.data === undefined) throw new Error(file.error.detail);
  const report = () =>
    POST('/rectifications/{rectification}/problems/{seq}/events/report', {
      params: { path, header: { 'Idempotency-Key': 'client-1' } },
      body: { text: '已签订合同', evidence: [file.data] },
    });
  const wrong = () =>
    POST('/rectifications/{rectification}/problems/{seq}/events/report', {
      params: { path },
      // @ts-expect-error the document knows no such field
      body: { words: '已签订合同' },
    });
  const [once, again] = [await report(), await report()];
  const refused = await POST('/rectifications/{rectification}/problems/{seq}/events/approve', {
    params: { path },
    body: {},
  });
  const lines = await GET('/rectifications/{rectification}/problems/{seq}/journal', {
    params: { path, query: { limit: 1 } },
  });
  return {
    account: me.data?.account.id,
    seq: first.seq,
    may: problem.data?.may?.map(({ event }) => event),
    file: file.data.name,
    once: once.data && { sequence: once.data.sequence, duplicate: once.data.duplicate },
    again: again.data && { sequence: again.data.sequence, duplicate: again.data.duplicate },
    refused: refused.error && { status: refused.error.status, why: refused.error.why?.[0]?.text },
    wrong: (await wrong()).error?.errors?.map(({ path }) => path),
    next: typeof lines.data?.next,
  };
}
`;
