/** Finds the server, connects within seconds, and gives the client to whoever needs it. */
import { Client, Connection } from '@temporalio/client';
import { Zhenggai } from '../client';
import { clientConverter } from '../codec';
import { CliFailure, exitCodes, type CliContext } from './command';
import { zh } from './messages/zh';
import { privacyBeside, privacyOf, type Privacy } from './privacy';
import { refusalNotes } from './refusal-notes';
import { readRunning, storeOf } from './store';
import { serverSettings, type ServerSettings } from './worker/server-settings';

const connectSeconds = 5;
const callSeconds = 15;

/** Connects, does the work, closes. Throws CliFailure with exit code 3 when no server is known or answers. */
export async function withZhenggai<Result>(
  context: CliContext,
  work: (zhenggai: Zhenggai) => Promise<Result>,
): Promise<Result> {
  const { server, privacy } = reachOf(context);
  const connection = await connect(server);
  const refusals = refusalNotes(context);
  try {
    const { namespace } = server;
    const dataConverter = clientConverter(privacy.keys);
    const client = new Client({ connection, namespace, dataConverter });
    const { hiddenAttributes } = privacy;
    const deadlineMs = callSeconds * 1000;
    return await work(
      new Zhenggai({ client, deadlineMs, hiddenAttributes, onRefused: refusals.note }),
    );
  } finally {
    await refusals.close();
    await connection.close();
  }
}

/** What `TEMPORAL_ADDRESS` and the other variables of Temporal's own tools say, else what the embedded server left in the store. */
export function serverOf(context: Pick<CliContext, 'env' | 'cwd'>): ServerSettings {
  return reachOf(context).server;
}

interface Reach {
  readonly server: ServerSettings;
  readonly privacy: Privacy;
}

function reachOf(context: Pick<CliContext, 'env' | 'cwd'>): Reach {
  if ((context.env['TEMPORAL_ADDRESS'] ?? '') !== '')
    return { server: serverSettings(context.env), privacy: privacyOf(context) };
  const store = storeOf(context);
  const running = readRunning(store);
  if (running === null)
    throw new CliFailure(zh.server.none(store), exitCodes.unreachable, { code: 'noServer' });
  const { address, namespace } = running;
  return { server: { address, namespace }, privacy: privacyBeside(context, running.privacy) };
}

async function connect({ address, tls, apiKey }: ServerSettings): Promise<Connection> {
  const connectTimeout = connectSeconds * 1000;
  const secured = {
    ...(tls === undefined ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
  try {
    return await Connection.connect({ address, connectTimeout, ...secured });
  } catch {
    const message = zh.server.unreachable(address, connectSeconds);
    throw new CliFailure(message, exitCodes.unreachable, { code: 'unreachable', address });
  }
}
