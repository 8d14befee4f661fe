/** Where a run has its things, and what every program of it is told. */
import { join } from 'node:path';

export interface Place {
  /** ZHENGGAI_HOME of all of them: database, journal, outbox. */
  readonly store: string;
  readonly address: string;
  readonly port: number;
  readonly uiPort: number;
  /** The `temporal` program. */
  readonly temporal: string;
  readonly smtpUrl: string;
}

/** The compiled `zhenggai` command. */
export const zhenggai = join(__dirname, '..', '..', 'cli', 'main.js');

export function environment(place: Place, more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { TEMPORAL_ADDRESS: _address, ...own } = process.env;
  return {
    ...own,
    ZHENGGAI_HOME: place.store,
    TEMPORAL_CLI_PATH: place.temporal,
    SMTP_URL: place.smtpUrl,
    SMTP_FROM: 'chaos <chaos@example.org>',
    ...more,
  };
}
