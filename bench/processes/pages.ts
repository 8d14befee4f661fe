/** A page process of its own, its people signing in with one click; says where it is, and asked, how much memory it has in use. */
import { Client, Connection } from '@temporalio/client';
import { freePort } from '../../chaos/world/free-port';
import { privacyOf } from '../../cli/privacy';
import { startPages } from '../../cli/web/pages';
import { clientConverter } from '../../codec';
import { openLedger } from '../../ledger';
import { noTracing } from '../../tracing';

const [address, ledgerUrl, rectification, folder] = process.argv.slice(2) as [
  ...[string, string, string, string],
];

async function main(): Promise<void> {
  const connection = await Connection.connect({ address });
  const context = {
    ...{ out: () => undefined, err: () => undefined, cwd: folder },
    env: { ZHENGGAI_HOME: folder },
    now: () => new Date().toISOString(),
    signal: new AbortController().signal,
  };
  const privacy = privacyOf(context);
  const client = new Client({ connection, dataConverter: clientConverter(privacy.keys) });
  const ledger = await openLedger(ledgerUrl);
  const pages = await startPages(context, {
    ...{ client, privacy, ledger, temporalUi: null, demonstration: rectification },
    ...{
      secret: 'bench'.repeat(10),
      host: '127.0.0.1',
      port: await freePort(),
      tracing: noTracing,
      log: `${folder}/pages.log`,
    },
  });
  process.on('message', (question) => {
    if (question === 'memory') process.send?.(memory());
    else void pages.stop().then(() => process.exit());
  });
  process.send?.(pages.url);
}

/** Bytes in use, garbage apart. */
function memory(): number {
  gc?.();
  gc?.();
  return process.memoryUsage().heapUsed;
}

void main();
