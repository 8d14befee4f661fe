/** Starts the pages on a running system: their client, their record, who may sign in. */
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { Zhenggai } from '../../client';
import { EncryptionCodec } from '../../codec';
import type { Ledger } from '../../ledger';
import type { Tracing } from '../../tracing';
import {
  createApp,
  createMetrics,
  deskApart,
  looksAt,
  neededNow,
  observeCommands,
  remembering,
  startPulse,
} from '../../web';
import type { CliContext } from '../command';
import { openEvidence } from '../evidence-store';
import type { Privacy } from '../privacy';
import { policyOf } from '../reception-file';
import { refusalOf } from '../refusal-notes';
import { version } from '../version';
import { openSigning } from './identity';
import { listenWhereAsked } from './listen-where-asked';
import { isBehindProxy, webUrl, writesPerMinute } from './web-settings';

export interface PagesSettings {
  readonly client: Client;
  readonly privacy: Privacy;
  readonly ledger: Ledger;
  readonly temporalUi: string | null;
  /** The rectification whose people sign in with one click; null where accounts are asked for. */
  readonly demonstration: string | null;
  readonly secret: string;
  readonly host: string;
  readonly port: number;
  /** The file that the log goes to. */
  readonly log: string;
  readonly tracing: Tracing;
  /** How long it says at /ready that it is about to stop, and still takes requests, ms. Default: not at all. */
  readonly noticeMs?: number;
}

/** What a killed worker costs at worst, three seconds and ten, and some to spare: nobody is to be told that it is not known. */
const callSeconds = 20;

export interface Pages {
  /** Where people reach them. */
  readonly url: string;
  /** The page that makes the first administrator; null where there is one. It is shown once and kept nowhere. */
  readonly firstLink: string | null;
  readonly stop: () => Promise<void>;
}

/** @throws CliFailure where the port is taken or not allowed */
export async function startPages(context: CliContext, settings: PagesSettings): Promise<Pages> {
  const { client, privacy, temporalUi, demonstration, secret, host, port } = settings;
  const { noticeMs = 0, tracing } = settings;
  const baseUrl = webUrl(context, `http://${host}:${port}`);
  const look = looksAt(settings.ledger);
  const pulse = startPulse(look, settings.ledger);
  const ledger = remembering(settings.ledger, neededNow(look, pulse.told));
  const metrics = createMetrics({ ofProcess: true });
  const stopping = new AbortController();
  const log = logTo(settings.log, context.now);
  const signing = await openSigning(context, { ledger, demonstration, secret, baseUrl });
  const { identity, signIn, firstLink } = signing;
  const app = createApp({
    zhenggai: new Zhenggai({
      client,
      hiddenAttributes: privacy.hiddenAttributes,
      deadlineMs: callSeconds * 1000,
      onSent: observeCommands({ log, metrics, tracing }),
      onRefused: (refused) => ledger.refusals.note([refusalOf(refused)]),
    }),
    ...{ ledger, pulse, identity, signIn, secret, stopping: stopping.signal },
    ...{ log, metrics, tracing },
    standardPolicy: policyOf(undefined, context.cwd),
    evidence: openEvidence(context),
    desk: deskApart(ledger.url),
    ...(privacy.keys.current === null ? {} : { codec: new EncryptionCodec(privacy.keys) }),
    now: context.now,
    settings: {
      ...{ baseUrl, temporalUi, temporalNamespace: client.options.namespace },
      version: version(),
      writesPerMinute: writesPerMinute(context),
      demonstration: demonstration !== null,
      metricsToken: metricsToken(context.env),
      behindProxy: isBehindProxy(context),
    },
  });
  const listening = await listenWhereAsked(app, host, port).catch(async (error: unknown) => {
    pulse.stop();
    await signing.close();
    throw error;
  });
  const first = await firstLink();
  return {
    url: baseUrl,
    firstLink: first === null ? null : `${baseUrl}${first}`,
    stop: async () => {
      stopping.abort();
      pulse.stop();
      await pause(noticeMs);
      await listening.stop();
      await signing.close();
    },
  };
}

/** A JSON object a line. */
function logTo(file: string, now: () => string) {
  return (event: string, fields: Readonly<Record<string, unknown>>): void =>
    appendFileSync(file, `${JSON.stringify({ at: now(), event, ...fields })}\n`);
}

function metricsToken(env: CliContext['env']): string | null {
  const token = env['METRICS_TOKEN'] ?? '';
  return token === '' ? null : token;
}
