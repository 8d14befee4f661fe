/** The pages with local accounts on a database of their own, and a clock that the test moves. */
import type { Zhenggai } from '../../../../client';
import {
  auditOn,
  createApp,
  createMetrics,
  linksOn,
  openIdentityDatabase,
  withLinks,
  type AuditEntry,
  type Links,
  type SingleSignOn,
  type WebApp,
} from '../../../../web';
import { localIdentity } from '../../../../web/identity/local-identity';
import { noTracing } from '../../../../tracing';
import { openTestLedger, line, type Opened } from '../../ledger/open';
import { browser, type Browser } from './browser';

export const unit = '云川县水务局';
export const other = '云川县林业局';
export const password = '秋水共长天一色-42';

export interface House {
  readonly app: WebApp;
  readonly opened: Opened;
  readonly firstLink: () => Promise<string | null>;
  readonly linkFor: Links['linkFor'];
  /** Moves the pages' clock. */
  readonly later: (minutes: number) => void;
  readonly audit: () => Promise<readonly (AuditEntry & { readonly address: string | null })[]>;
  readonly at: (address?: string) => Browser;
  readonly close: () => Promise<void>;
}

export interface Setting {
  readonly baseUrl?: string;
  readonly sso?: SingleSignOn | null;
  /** How long the provider may take, ms. */
  readonly ssoPatience?: number;
  /** What the pages send to. */
  readonly zhenggai?: Partial<Zhenggai>;
}

export async function openHouse({
  baseUrl = 'http://pages.test',
  sso = null,
  ssoPatience,
  zhenggai = {},
}: Setting = {}): Promise<House> {
  const opened = await openTestLedger();
  await people(opened);
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead).toISOString();
  const db = openIdentityDatabase(opened.ledger.url);
  const settings = { db, secret: 's'.repeat(40), baseUrl, now };
  const signing = withLinks(
    localIdentity({ ...settings, sso, ...(ssoPatience === undefined ? {} : { ssoPatience }) }),
    {
      ...{ ...settings, audit: auditOn(db), ledger: opened.ledger },
    },
  );
  const app = createApp({
    ...{ identity: signing.identity, signIn: signing.signIn, ledger: opened.ledger, now },
    zhenggai: zhenggai as never,
    secret: settings.secret,
    ...{ evidence: {} as never, desk: {} as never },
    ...{ pulse: {} as never, standardPolicy: {} as never },
    metrics: createMetrics({ ofProcess: false }),
    tracing: noTracing,
    stopping: new AbortController().signal,
    settings: {
      ...{ baseUrl, temporalUi: null, temporalNamespace: 'default', demonstration: false },
      ...{ writesPerMinute: 300, version: '0', behindProxy: false, metricsToken: null },
    },
    log: (event, fields) => {
      if (event === 'failed') throw new Error(JSON.stringify(fields));
    },
  });
  return {
    ...{ app, opened, firstLink: signing.firstLink, linkFor: linksOn(settings).linkFor },
    later: (minutes) => (ahead += minutes * 60_000),
    audit: async () => (await opened.behindItsBack('select * from audit order by at, id')) as never,
    at: (address) => browser(app, address),
    close: async () => {
      await db.destroy();
      await opened.close();
    },
  };
}

async function people({ ledger }: Opened): Promise<void> {
  for (const [id, name] of [
    ['water', unit],
    ['forest', other],
  ] as const)
    await ledger.append(`rectification/${id}`, [
      line(1, {
        facts: {
          unit: name,
          people: [
            { id: 'he-jing', name: '何静', roles: ['office'], department: '办公室' },
            { id: 'liu-haiyan', name: '刘海燕', roles: ['responsibleLeader'] },
            { id: 'zhang-wei', name: '张伟', roles: ['handler'], department: '办公室' },
            { id: 'xu-zhiyuan', name: '徐志远', roles: ['supervisor'] },
          ],
        },
      }),
    ]);
}

/** The first administrator, signed in. */
export async function administrator(house: House): Promise<Browser> {
  const chair = house.at();
  const link = (await house.firstLink()) ?? '';
  await chair.post(link, { name: '管理员', account: 'guanli', password, again: password });
  return chair;
}

/** An account made by an administrator, who has set their password. @returns the account's id, and the browser signed in */
export async function member(
  house: House,
  admin: Browser,
  account: string,
  grant: { readonly unit?: string; readonly standing: string; readonly person?: string } | null,
): Promise<{ readonly id: string; readonly browser: Browser }> {
  const made = await admin.post('/accounts/add', { name: '新人', shortName: account });
  const link = /http[^"]*(\/invitation\/[\w-]+)/.exec(await made.text())?.[1] ?? '';
  const own = house.at();
  await own.post(link, { password, again: password });
  const [row] = (await house.opened.behindItsBack(
    'select id from accounts where short_name = $1',
    account,
  )) as readonly { readonly id: string }[];
  const id = row?.id ?? '';
  if (grant !== null) await admin.post(`/accounts/${id}/grant`, { unit, person: '', ...grant });
  return { id, browser: own };
}

export function signIn(chair: Browser, name: string, secret = password): Promise<Response> {
  return chair.post('/sign-in', { name, password: secret, to: '/settings' });
}
