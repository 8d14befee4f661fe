/** Finds the server, connects within seconds, and gives the client to whoever needs it. */
import { Client, Connection } from '@temporalio/client';
import { Zhenggai } from '../client';
import { CliFailure, exitCodes, type CliContext } from './command';
import { zh } from './messages/zh';
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
  const server = serverOf(context);
  const connection = await connect(server);
  const refusals = refusalNotes(context);
  try {
    const client = new Client({ connection, namespace: server.namespace });
    const deadlineMs = callSeconds * 1000;
    return await work(new Zhenggai({ client, deadlineMs, onRefused: refusals.note }));
  } finally {
    await refusals.close();
    await connection.close();
  }
}

/** What `TEMPORAL_ADDRESS` and the other variables of Temporal's own tools say, else what the embedded server left in the store. */
export function serverOf(context: Pick<CliContext, 'env' | 'cwd'>): ServerSettings {
  if ((context.env['TEMPORAL_ADDRESS'] ?? '') !== '') return serverSettings(context.env);
  const store = storeOf(context);
  const running = readRunning(store);
  if (running === null)
    throw new CliFailure(zh.server.none(store), exitCodes.unreachable, { code: 'noServer' });
  return { address: running.address, namespace: running.namespace };
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
