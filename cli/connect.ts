/** Finds the server, connects within seconds, and gives the client to whoever needs it. */
import { Client, Connection } from '@temporalio/client';
import { Zhenggai } from '../client';
import { CliFailure, exitCodes, type CliContext } from './command';
import { zh } from './messages/zh';
import { readRunning, storeOf } from './store';

const connectSeconds = 5;
const callSeconds = 15;

interface Server {
  readonly address: string;
  readonly namespace: string;
}

/** Connects, does the work, closes. Throws CliFailure with exit code 3 when no server is known or answers. */
export async function withZhenggai<Result>(
  context: CliContext,
  work: (zhenggai: Zhenggai) => Promise<Result>,
): Promise<Result> {
  const { address, namespace } = serverOf(context);
  const connection = await connect(address);
  try {
    const client = new Client({ connection, namespace });
    return await work(new Zhenggai({ client, deadlineMs: callSeconds * 1000 }));
  } finally {
    await connection.close();
  }
}

/** `TEMPORAL_ADDRESS` and `TEMPORAL_NAMESPACE`, else what the embedded server left in the store. */
export function serverOf(context: Pick<CliContext, 'env' | 'cwd'>): Server {
  const { TEMPORAL_ADDRESS: address = '', TEMPORAL_NAMESPACE: namespace = '' } = context.env;
  if (address !== '') return { address, namespace: namespace === '' ? 'default' : namespace };
  const store = storeOf(context);
  const running = readRunning(store);
  if (running === null)
    throw new CliFailure(zh.server.none(store), exitCodes.unreachable, { code: 'noServer' });
  return { address: running.address, namespace: running.namespace };
}

async function connect(address: string): Promise<Connection> {
  try {
    return await Connection.connect({ address, connectTimeout: connectSeconds * 1000 });
  } catch {
    const message = zh.server.unreachable(address, connectSeconds);
    throw new CliFailure(message, exitCodes.unreachable, { code: 'unreachable', address });
  }
}
