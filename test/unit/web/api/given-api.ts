/** The API on a small world: two problems of one unit, tokens in memory, and a workflow that takes reports and refuses approvals. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { EvidenceRefused, type RecordedLine, type Tokens, type TokenRow } from '../../../../ledger';
import type { Zhenggai } from '../../../../client';
import type { Viewer } from '../../../../web';
import { makeToken } from '../../../../web/api/tokens';
import type { Scope } from '../../../../web/api/scopes';
import { problem } from '../forms/given-about';
import { given, viewer, type World } from '../given';

export const now = '2026-11-28T04:00:00.000Z';

export interface ApiWorld {
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** What was asked is answered as JSON. */
  readonly json: (path: string, init?: RequestInit) => Promise<Readonly<Record<string, unknown>>>;
  readonly tokens: TokenRow[];
  readonly audit: ReturnType<typeof given>['audit'];
  readonly app: ReturnType<typeof given>['app'];
}

/** @param scopes of the token that everything is asked with; null: without one */
export async function givenApi(
  scopes: readonly Scope[] | null = ['read', 'act'],
  who: Viewer = viewer(),
  over: World = {},
): Promise<ApiWorld> {
  const rows: TokenRow[] = [];
  const tokens = tokensIn(rows);
  const { app, audit } = given({
    viewer: who,
    ...over,
    ledger: { tokens, ...record(), ...over.ledger },
    zhenggai: { ...workflow(), ...over.zhenggai },
    evidence: store(),
  });
  const secret =
    scopes === null
      ? null
      : await makeToken(tokens, { account: who.account.id, name: '试', scopes, days: 1 }, now);
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    Promise.resolve(
      app.request(`/api/v1${path}`, {
        ...init,
        headers: {
          ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
          ...(init.headers as Record<string, string> | undefined),
        },
      }),
    );
  return {
    ...{ ask, audit, app, tokens: rows },
    json: async (path, init) =>
      (await (await ask(path, init)).json()) as Readonly<Record<string, unknown>>,
  };
}

export const post = (body: unknown, key?: string): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: key === undefined ? {} : { 'idempotency-key': key },
});

const problems = [3, 4, 5].map((seq) =>
  problem({ rectification: 'water', workflow: `problem/water/${seq}`, seq }),
);

const lines: readonly RecordedLine[] = [1, 2, 3].map((sequence) => ({
  ...{ sequence, at: now, kind: 'accepted', event: 'report', fields: { text: '已完成' } },
  ...{
    by: null,
    from: 'rectifying',
    to: 'rectifying',
    reason: null,
    facts: { people: ['secret'] },
  },
}));

const evidence = {
  ...{
    workflow: 'problem/water/3',
    sequence: 2,
    ordinal: 1,
    sha256: hash('合同'),
    name: '合同.pdf',
  },
  ...{ size: 6, at: now, event: 'report', decided_by: 'zhang-wei' },
};

function record(): NonNullable<World['ledger']> {
  return {
    problems: ({ workflows, rectifications, lamps }, { limit = 100, after } = {}) =>
      Promise.resolve(
        problems
          .filter(
            ({ workflow, rectification, seq, lamp }) =>
              (workflows?.includes(workflow) ?? true) &&
              (rectifications?.includes(rectification) ?? true) &&
              (lamps?.includes(lamp ?? '') ?? true) &&
              seq > (after?.seq ?? 0),
          )
          .slice(0, limit),
      ),
    journal: (_workflow, { after, limit }) =>
      Promise.resolve(lines.filter(({ sequence }) => sequence > after).slice(0, limit)),
    evidence: (asked) => Promise.resolve(asked === evidence.workflow ? [evidence] : []),
  };
}

/** Reports are taken, each id once; approvals refused. */
function workflow(): Partial<Zhenggai> {
  const applied = new Map<string, number>();
  return {
    may: (_workflow, persons) =>
      Promise.resolve(persons.map(() => [{ type: 'report', title: '报进展', fields: {} }])),
    send: (target, event, { commandId = 'made-up' }) => {
      const sent = { workflow: String(target), commandId };
      if (event !== 'report')
        return Promise.resolve([
          {
            ...{ ...sent, outcome: 'refused' as const },
            refused: {
              kind: 'refused',
              why: [
                { code: 'forbidden', guard: 'ownWork', text: '不能审核自己报送的', faults: [] },
              ],
              accepts: ['report'],
            },
          },
        ]);
      const sequence = applied.get(commandId) ?? applied.size + 4;
      const duplicate = applied.has(commandId);
      applied.set(commandId, sequence);
      const answer = { sequence, duplicate, state: 'rectifying', shown: { stage: 'rectifying' } };
      return Promise.resolve([{ ...sent, outcome: 'accepted' as const, answer }]);
    },
  };
}

function store(): NonNullable<World['evidence']> {
  const kept = new Set([evidence.sha256]);
  return {
    has: (sha256) => Promise.resolve(kept.has(sha256)),
    open: () => Promise.resolve(Readable.from([Buffer.from('合同')])),
    put: async (source, name) => {
      if (!name.endsWith('.pdf')) throw new EvidenceRefused('type', name, 1024);
      const chunks: Uint8Array[] = [];
      for await (const chunk of source) chunks.push(chunk);
      const sha256 = hash(Buffer.concat(chunks));
      kept.add(sha256);
      return { sha256, name, size: Buffer.concat(chunks).length, type: 'application/pdf' };
    },
  };
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function tokensIn(rows: TokenRow[]): Tokens {
  return {
    keep: (token) => Promise.resolve(void rows.push({ ...token, revoked_at: null, used_at: null })),
    of: (account) => Promise.resolve(rows.filter((row) => row.account === account)),
    revoke: (account, id, at) => {
      const index = rows.findIndex((row) => row.account === account && row.id === id);
      const row = rows[index];
      if (row === undefined || row.revoked_at !== null) return Promise.resolve(false);
      rows[index] = { ...row, revoked_at: at };
      return Promise.resolve(true);
    },
    use: (tokenHash, at) =>
      Promise.resolve(
        rows.find(
          (row) => row.token_hash === tokenHash && row.revoked_at === null && row.expires_at > at,
        ) ?? null,
      ),
  };
}
