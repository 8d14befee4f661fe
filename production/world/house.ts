/** The set-up of docs/operate.md on one machine: PostgreSQL, a Temporal server on it, workers, page processes, a balancer, a mail server. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { startMailServer, type MailServer } from '../../chaos/world/mail-server';
import { freePort } from '../../chaos/world/free-port';
import { zhenggai } from '../../chaos/world/place';
import { newPostgres } from '../../chaos/world/postgres';
import { stopWhenTold } from '../../chaos/world/stop-when-told';
import { createClosers, type Closers } from '../../cli/up/closers';
import { startBalancer, type Balancer } from '../balancer/balancer';
import { createMember, type Member, type MemberKind } from './member';
import { startTemporal, type TemporalServer } from './temporal-server';

export interface House {
  /** Everything is in here. */
  readonly folder: string;
  /** Where people reach the pages: the balancer. */
  readonly url: string;
  /** The page that makes the first administrator. */
  readonly firstLink: string;
  readonly databaseUrl: string;
  readonly temporal: TemporalServer;
  readonly members: readonly Member[];
  readonly balancer: Balancer;
  readonly mail: MailServer;
  /** What a command of an operator is told. */
  readonly env: NodeJS.ProcessEnv;
  readonly stop: (keep: boolean) => Promise<void>;
}

export interface Wanted {
  /** The Temporal server's programs and schema. */
  readonly programs: string;
  readonly say: (text: string) => void;
}

const each = 2;
/** Both pools of two page processes, two workers and the Temporal server. */
const postgresSettings = ['max_connections=200'];

/** @throws Error of whatever does not come up; nothing is left running then */
export async function startHouse({ programs, say }: Wanted): Promise<House> {
  const closers = createClosers();
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-production-'));
  // PostgreSQL runs as somebody else where we are root, and has its own in here.
  chmodSync(folder, 0o711);
  const stop = async (keep: boolean): Promise<void> => {
    await closers.closeAll();
    if (!keep) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  stopWhenTold(() => stop(false));
  try {
    return { ...(await built(folder, programs, closers, say)), folder, stop };
  } catch (error) {
    await stop(true);
    throw error;
  }
}

async function built(
  folder: string,
  programs: string,
  closers: Closers,
  say: (text: string) => void,
): Promise<Omit<House, 'folder' | 'stop'>> {
  const postgresPort = await freePort();
  const postgres = newPostgres(join(folder, 'postgres'), postgresPort, postgresSettings);
  postgres.start();
  closers.add(postgres.stop);
  say('PostgreSQL is up');
  const temporal = await startTemporal({ programs, folder, postgresPort });
  closers.add(temporal.stop);
  say('the Temporal server is up on it');
  const databaseUrl = await makeDatabase(postgres.url, 'zhenggai');
  const mail = await startMailServer(() => undefined);
  closers.add(mail.close);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = environment({ folder, url, databaseUrl, temporal, mail });
  const members = await startMembers(folder, env, closers);
  say('two workers and two page processes are up');
  const targets = members.flatMap(({ name, url: at }) => (at === null ? [] : [{ name, url: at }]));
  const balancer = await startBalancer(targets, port);
  closers.add(balancer.stop);
  const firstLink = linkIn(members.at(-1)?.log() ?? '');
  return { url, firstLink, databaseUrl, temporal, members, balancer, mail, env };
}

async function makeDatabase(server: string, name: string): Promise<string> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.replace(/[^/]+$/, name);
}

/** Of the page process that was started last: it made those of the others void. */
function linkIn(log: string): string {
  const link = /http\S+\/invitation\/[\w.-]+/.exec(log)?.[0];
  if (link === undefined) throw new Error('no page process has printed the first link');
  return link;
}

interface Told {
  readonly folder: string;
  readonly url: string;
  readonly databaseUrl: string;
  readonly temporal: TemporalServer;
  readonly mail: MailServer;
}

/** Nothing of whoever runs this: what it shows must not hang on their settings. */
function environment({ folder, url, databaseUrl, temporal, mail }: Told): NodeJS.ProcessEnv {
  const secret = join(folder, 'web-secret');
  writeFileSync(secret, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return {
    ...{ PATH: process.env['PATH'], HOME: process.env['HOME'] },
    ...{ TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace },
    ...{ DATABASE_URL: databaseUrl, EVIDENCE_FOLDER: join(folder, 'evidence') },
    ...{ WEB_URL: url, WEB_SECRET_FILE: secret, WEB_BEHIND_PROXY: 'true' },
    ...{ SMTP_URL: mail.url, SMTP_FROM: '整改办 <office@example.org>' },
    ZHENGGAI_HOME: join(folder, 'desk'),
  };
}

/** One after the other: the first worker registers the search attributes, the last page process prints the link that counts. */
async function startMembers(
  folder: string,
  env: NodeJS.ProcessEnv,
  closers: Closers,
): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (const kind of ['worker', 'pages'] as const)
    for (let index = 1; index <= each; index += 1) {
      const member = await newMember(folder, env, kind, index);
      closers.add(member.kill);
      await member.start();
      members.push(member);
    }
  return members;
}

async function newMember(
  folder: string,
  env: NodeJS.ProcessEnv,
  kind: MemberKind,
  index: number,
): Promise<Member> {
  const name = `${kind}-${index}`;
  const home = join(folder, name);
  mkdirSync(home);
  const port = await freePort();
  const isPages = kind === 'pages';
  const args = isPages ? ['web', '--port', String(port)] : ['worker', '--register'];
  return createMember({
    ...{ name, kind, logFile: join(folder, `${name}.log`) },
    metrics: `http://127.0.0.1:${port}/metrics`,
    url: isPages ? `http://127.0.0.1:${port}` : null,
    args: [zhenggai, ...args],
    env: {
      ...{ ...env, ZHENGGAI_HOME: home },
      ...(isPages ? {} : { METRICS_ADDRESS: `127.0.0.1:${port}` }),
    },
  });
}
