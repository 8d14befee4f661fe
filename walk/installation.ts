/** An installation of its own for one walk: `zhenggai up` in a temporary home, which knows of no unit, and a mail server. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startMailServer, type MailServer } from '../chaos/world/mail-server';
import { freePort } from '../chaos/world/free-port';
import { zhenggai } from '../chaos/world/place';
import { startProgram, type Program } from '../chaos/world/process';

export interface Installation {
  /** Where the pages are. */
  readonly url: string;
  /** The page that makes the first administrator. */
  readonly firstLink: string;
  /** `postgres://…` of the ledger. */
  readonly ledgerUrl: string;
  readonly mail: MailServer;
  /** Everything is in here: the store, and files to be uploaded. */
  readonly home: string;
  readonly stop: (keep: boolean) => Promise<void>;
}

const startWithin = 120_000;
const stopWithin = 20_000;

/** @throws Error with the end of the log where it does not come up */
export async function startInstallation(env: NodeJS.ProcessEnv): Promise<Installation> {
  const home = mkdtempSync(join(tmpdir(), 'zhenggai-walk-'));
  const store = join(home, 'store');
  mkdirSync(store);
  const [port, uiPort, webPort] = [await freePort(), await freePort(), await freePort()];
  const url = `http://127.0.0.1:${webPort}`;
  const mail = await startMailServer(() => undefined);
  const own = { ...env, ZHENGGAI_HOME: store, WEB_URL: url, TZ: 'UTC' };
  const mailing = { SMTP_URL: mail.url, SMTP_FROM: '整改办 <office@example.org>' };
  const ports = ['--port', port, '--ui-port', uiPort, '--web-port', webPort].map(String);
  const log = join(home, 'up.log');
  const args = [zhenggai, 'up', '--no-sample', ...ports];
  const up = startProgram(process.execPath, args, { ...own, ...mailing }, log);
  const stop = async (keep: boolean): Promise<void> => {
    await ended(up);
    await mail.close();
    if (!keep) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const firstLink = await linkPrinted(log, up);
    const running = readFileSync(join(store, 'running.json'), 'utf8');
    const { ledger: ledgerUrl } = JSON.parse(running) as { readonly ledger: string };
    return { url, firstLink, ledgerUrl, mail, home, stop };
  } catch (error) {
    await stop(true);
    throw error;
  }
}

async function linkPrinted(log: string, up: Program): Promise<string> {
  let isOver = false;
  void up.ended.then(() => (isOver = true));
  const giveUp = Date.now() + startWithin;
  for (;;) {
    const text = readFileSync(log, 'utf8');
    const link = /设立管理员 +(\S+\/invitation\/[\w.-]+)/.exec(text)?.[1];
    if (link !== undefined && text.includes('接下来可以')) return link;
    if (isOver || Date.now() > giveUp)
      throw new Error(`the installation did not come up: ${text.slice(-2000)}`);
    await pause(100);
  }
}

async function ended(up: Program): Promise<void> {
  up.terminate();
  const isOver = await Promise.race([
    up.ended.then(() => true),
    pause(stopWithin, false, { ref: false }),
  ]);
  if (!isOver) up.kill();
}
