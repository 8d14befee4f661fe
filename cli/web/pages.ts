/** Starts the pages on a running system: their client, their record, who may sign in. */
import { appendFileSync } from 'node:fs';
import type { Client } from '@temporalio/client';
import { Zhenggai } from '../../client';
import { EncryptionCodec } from '../../codec';
import type { Ledger } from '../../ledger';
import {
  createApp,
  createMetrics,
  demonstrationIdentity,
  listen,
  observeCommands,
  startPulse,
  type Listening,
} from '../../web';
import type { CliContext } from '../command';
import { openEvidence } from '../evidence-store';
import type { Privacy } from '../privacy';
import { policyOf } from '../reception-file';
import { refusalOf } from '../refusal-notes';
import { version } from '../version';
import { demonstrationAccounts } from './demonstration-accounts';

export interface PagesSettings {
  readonly client: Client;
  readonly privacy: Privacy;
  readonly ledger: Ledger;
  readonly temporalUi: string | null;
  /** The rectification of the demonstration: its people sign in with one click. */
  readonly demonstration: string;
  readonly host: string;
  readonly port: number;
  /** The file that the log goes to. */
  readonly log: string;
}

const callSeconds = 15;

/** @throws the system's error where the port is taken */
export async function startPages(context: CliContext, settings: PagesSettings): Promise<Listening> {
  const { client, privacy, ledger, temporalUi, demonstration, host, port } = settings;
  const pulse = startPulse(ledger);
  const metrics = createMetrics({ ofProcess: true });
  const stopping = new AbortController();
  const log = logTo(settings.log, context.now);
  const app = createApp({
    zhenggai: new Zhenggai({
      client,
      hiddenAttributes: privacy.hiddenAttributes,
      deadlineMs: callSeconds * 1000,
      onSent: observeCommands(metrics, log),
      onRefused: (refused) => ledger.refusals.note([refusalOf(refused)]),
    }),
    ledger,
    ...{ pulse, metrics, log, stopping: stopping.signal },
    standardPolicy: policyOf(undefined, context.cwd),
    evidence: openEvidence(context),
    ...demonstrationIdentity(() => demonstrationAccounts(ledger, demonstration)),
    ...(privacy.keys.current === null ? {} : { codec: new EncryptionCodec(privacy.keys) }),
    now: context.now,
    settings: {
      baseUrl: `http://${host}:${port}`,
      ...{ temporalUi, temporalNamespace: client.options.namespace },
      demonstration: true,
      version: version(),
      metricsToken: metricsToken(context.env),
    },
  });
  const listening = await listen(app, host, port);
  return {
    url: listening.url,
    stop: async () => {
      stopping.abort();
      pulse.stop();
      await listening.stop();
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
