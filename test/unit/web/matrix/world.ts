/** The whole application on a real record of two units; Temporal is not there, which is no refusal. */
import { deskHere } from '../../../../web/desk/desk-here';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ServerUnreachable, type Sent } from '../../../../client';
import { importFeedback } from '../../../../documents';
import { readPeople } from '../../../../domain/people-schema';
import {
  auditOn,
  createApp,
  createMetrics,
  openIdentityDatabase,
  withLinks,
  type Viewer,
  type WebApp,
} from '../../../../web';
import { localIdentity } from '../../../../web/identity/local-identity';
import { noTracing } from '../../../../tracing';
import { standardPolicy } from '../given';
import { openHouse, type House } from '../identity/house';
import { line } from '../../ledger/open';

/** What looks at every request below it and answers none of its own. */
const everyPath: readonly string[] = ['/*', '/api/v1/*', '/api/*', '/operations/*'];

export interface World {
  readonly house: House;
  readonly app: WebApp;
  readonly routes: readonly string[];
  /** Null: nobody is signed in. */
  readonly as: (viewer: Viewer | null) => void;
  /** A list in each unit that is being received. */
  readonly drafts: () => Promise<void>;
  /** How many refusals are in the audit trail. */
  readonly refusals: () => number;
  readonly close: () => Promise<void>;
}

/** The hash of the file that was filed with a rectification's first problem. */
export function fileOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** Asked for nothing here: its routes are there. */
const sso = { name: '统一身份认证', issuer: 'http://id.test', clientId: 'c', clientSecret: 's' };

export async function openWorld(): Promise<World> {
  const house = await openHouse();
  const { ledger } = house.opened;
  for (const [id, unit] of [
    ['water', '云川县水务局'],
    ['forest', '云川县林业局'],
  ] as const)
    await ledger.append(`problem/${id}/1`, [
      line(1, {
        facts: { title: '河长制落实不到位', unit },
        fields: { evidence: [{ sha256: fileOf(id), name: '会议纪要.pdf', size: 3 }] },
      }),
    ]);
  const db = openIdentityDatabase(ledger.url);
  const now = () => new Date().toISOString();
  const baseUrl = 'http://pages.test';
  const settings = { db, secret: 's'.repeat(40), baseUrl, now };
  const audit = auditOn(db);
  const signing = withLinks(localIdentity({ ...settings, sso }), {
    ...settings,
    audit,
    ledger,
  });
  let [viewer, refusals]: [Viewer | null, number] = [null, 0];
  const app = createApp({
    ...{ ledger, now, standardPolicy, signIn: signing.signIn },
    identity: {
      viewerOf: () => Promise.resolve(viewer),
      holder: () => Promise.resolve(null),
      note: ({ what }) => Promise.resolve(void (refusals += what === 'refused' ? 1 : 0)),
      links: { claim: () => Promise.resolve(true), settle: () => Promise.resolve() },
    },
    zhenggai: away({ send: accepted }) as never,
    secret: settings.secret,
    evidence: away({}) as never,
    desk: deskHere(ledger),
    codec: {
      encode: (payloads) => Promise.resolve(payloads),
      decode: (payloads) => Promise.resolve(payloads),
    },
    pulse: { listeners: () => 0, changedSince: () => Promise.resolve([]) } as never,
    metrics: createMetrics({ ofProcess: false }),
    tracing: noTracing,
    stopping: new AbortController().signal,
    settings: {
      ...{
        baseUrl,
        temporalUi: 'http://temporal.test',
        temporalNamespace: 'default',
        demonstration: false,
      },
      ...{ writesPerMinute: 300, version: '0', behindProxy: false, metricsToken: null },
    },
    log: () => undefined,
  });
  await db
    .insertInto('accounts')
    .values({
      ...{ id: 'somebody', name: '某某', email: 'somebody@example.org', emailVerified: false },
      ...{ createdAt: new Date(), updatedAt: new Date(), twoFactorEnabled: false },
      ...{ shortName: null, administrator: false, language: 'zh', lockedAt: null },
    })
    .execute();
  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' || !everyPath.includes(path))
    .map(({ method, path }) => `${method} ${path}`);
  return {
    ...{ house, app, routes: [...new Set(routes)] },
    as: (other) => void (viewer = other),
    drafts: () => putDrafts(house, now()),
    refusals: () => refusals,
    close: async () => {
      await db.destroy();
      await house.close();
    },
  };
}

function accepted(targets: string | readonly string[]): Promise<readonly Sent[]> {
  const answer = { duplicate: false, shown: { stage: 'signedOff' } };
  return Promise.resolve(
    [targets]
      .flat()
      .map((workflow) => ({ workflow, commandId: 'c', outcome: 'accepted', answer }) as never),
  );
}

/** Whatever else is asked does not answer. */
function away(given: object): object {
  return new Proxy(given, {
    get: (target, key) =>
      (Reflect.get(target, key) as unknown) ?? (() => Promise.reject(new ServerUnreachable(1))),
  });
}

async function putDrafts({ opened: { ledger } }: House, at: string): Promise<void> {
  const feedback = importFeedback(readFileSync('sample/feedback.yaml'), 'feedback.yaml');
  const people = readPeople(readFileSync('sample/people.yaml', 'utf8'), 'people.yaml');
  const from = { kind: 'none' } as const;
  const content = JSON.stringify({
    ...{
      feedback,
      people,
      peopleFrom: from,
      policy: standardPolicy,
      policyFrom: from,
      asIs: false,
    },
  });
  for (const [id, unit] of [
    ['draft-water', '云川县水务局'],
    ['draft-forest', '云川县林业局'],
  ] as const) {
    await ledger.drafts.remove(id);
    await ledger.drafts.add({
      ...{ id, unit, account: 'office', name: 'feedback.yaml', content, receiving: null },
      ...{ version: 1, made_at: at, changed_at: at },
    });
  }
}
