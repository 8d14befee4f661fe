/** Pages without a browser: an application on what a test says there is, and who asks. */
import type { PayloadCodec } from '@temporalio/common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Zhenggai } from '../../../client';
import type { EvidenceStore, Ledger, PersonRow, RectificationRow } from '../../../ledger';
import { noTracing, type Tracing } from '../../../tracing';
import {
  createApp,
  createMetrics,
  type AuditEntry,
  type Identity,
  type Pulse,
  type Viewer,
  type WebApp,
} from '../../../web';
import { deskHere } from '../../../web/desk/desk-here';
import type { SignIn } from '../../../web/web-env';
import { readPolicy } from '../../../domain/policy-schema';

export const unit = '云川县水务局';

export const people: readonly PersonRow[] = [
  person('he-jing', '何静', 'office reader', '办公室'),
  person('li-na', '李娜', 'departmentHead', '财务审计科'),
  person('zhang-wei', '张伟', 'handler', '财务审计科'),
  person('liu-haiyan', '刘海燕', 'responsibleLeader', null),
  person('xu-zhiyuan', '徐志远', 'supervisor', null),
];

export const standardPolicy = readPolicy(
  readFileSync(join(__dirname, '../../../policies/default.yaml'), 'utf8'),
  'default.yaml',
);

function person(id: string, name: string, roles: string, department: string | null): PersonRow {
  return { rectification: 'water', id, name, roles, department };
}

export function rectification(over: Partial<RectificationRow> = {}): RectificationRow {
  return {
    ...{ workflow: 'rectification/water', id: 'water', sequence: 3, shown: {}, facts: {} },
    ...{ changed_at: '2026-11-02T01:00:00.000Z', unit, feedback_on: '2026-11-02' },
    ...{ stage: 'rectifying', lamp: 'normal' },
    ...over,
  };
}

export function viewer(over: Partial<Viewer> = {}): Viewer {
  return {
    account: { id: 'li-na', name: '李娜', email: 'li-na@example.org', administrator: false },
    grants: [{ unit, standing: 'member', person: 'li-na' }],
    language: 'zh',
    csrf: 'token-of-this-session',
    only: null,
    ...over,
  };
}

export interface World {
  /** ISO 8601 UTC. */
  readonly now?: string;
  /** Null: nobody is signed in. */
  readonly viewer?: Viewer | null;
  readonly ledger?: Partial<Ledger>;
  readonly zhenggai?: Partial<Zhenggai>;
  readonly evidence?: Partial<EvidenceStore>;
  readonly codec?: PayloadCodec;
  readonly temporalUi?: string;
  readonly stopping?: AbortSignal;
  readonly metricsToken?: string;
  readonly tracing?: Tracing;
  readonly writesPerMinute?: number;
  readonly secret?: string;
  readonly identity?: Partial<Identity>;
  readonly signIn?: SignIn;
  readonly changedSince?: Pulse['changedSince'];
  readonly told?: Pulse['told'];
}

export interface Given {
  readonly app: WebApp;
  readonly audit: readonly AuditEntry[];
  readonly logged: readonly string[];
}

/** What a page asks for and the test did not give fails loudly. */
export function given({
  viewer: who = viewer(),
  ledger,
  zhenggai,
  evidence,
  codec,
  temporalUi,
  stopping = new AbortController().signal,
  metricsToken,
  tracing = noTracing,
  writesPerMinute = 300,
  secret = 's'.repeat(40),
  identity: ofIdentity = {},
  signIn = { publicRoutes: () => undefined, routes: () => undefined },
  changedSince = () => Promise.resolve([]),
  told = () => null,
  now = '2026-11-28T04:00:00.000Z',
}: World = {}): Given {
  const audit: AuditEntry[] = [];
  const logged: string[] = [];
  const identity: Identity = {
    viewerOf: () => Promise.resolve(who),
    holder: (account) => Promise.resolve(who?.account.id === account ? who : null),
    note: (entry) => Promise.resolve(void audit.push(entry)),
    links: { claim: () => Promise.resolve(true), settle: () => Promise.resolve() },
    ...ofIdentity,
  };
  const records = asked<Ledger>('ledger', {
    rectifications: () => Promise.resolve([rectification()]),
    people: () => Promise.resolve(people),
    heads: () => Promise.resolve([]),
    ...ledger,
  });
  const app = createApp({
    identity,
    signIn,
    ledger: records,
    zhenggai: asked<Zhenggai>('zhenggai', { ...zhenggai }),
    secret,
    desk: deskHere(records),
    evidence: asked<EvidenceStore>('evidence', { ...evidence }),
    pulse: {
      ...{
        subscribe: () => () => undefined,
        listeners: () => 0,
        stop: () => undefined,
      },
      ...{ changedSince, told },
    },
    metrics: createMetrics({ ofProcess: false }),
    tracing,
    stopping,
    ...(codec === undefined ? {} : { codec }),
    standardPolicy,
    now: () => now,
    settings: {
      ...{ baseUrl: 'http://127.0.0.1:8080', demonstration: false },
      ...{ temporalUi: temporalUi ?? null, temporalNamespace: 'default' },
      ...{ writesPerMinute, version: '0.1.0', metricsToken: metricsToken ?? null },
      behindProxy: false,
    },
    log: (event, fields) => logged.push(`${event} ${JSON.stringify(fields)}`),
  });
  return { app, audit, logged };
}

function asked<Whole extends object>(name: string, given: Partial<Whole>): Whole {
  return new Proxy(given, {
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key);
      if (found === undefined) throw new Error(`this test's ${name} has no ${String(key)}`);
      return found;
    },
  }) as Whole;
}
