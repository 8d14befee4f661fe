/** The client over a connection that answers. */
import { Client, Connection } from '@temporalio/client';
import { Zhenggai, type RefusedCommand } from '../client';
import { clientConverter } from '../codec';
import { CliFailure, exitCodes } from './command';
import { zh } from './messages/zh';
import type { Reach } from './reach';
import { serverOptions } from './worker/connection';
import type { ServerSettings } from './worker/server-settings';

const connectSeconds = 5;
const callSeconds = 15;

export interface Connected {
  readonly zhenggai: Zhenggai;
  readonly close: () => Promise<void>;
}

/** @throws CliFailure with exit code 3 when the server does not answer within seconds */
export async function connected(
  { server, privacy }: Reach,
  onRefused: (refused: RefusedCommand) => Promise<void>,
): Promise<Connected> {
  const connection = await connect(server);
  const { namespace } = server;
  const { keys, hiddenAttributes } = privacy;
  const client = new Client({ connection, namespace, dataConverter: clientConverter(keys) });
  const deadlineMs = callSeconds * 1000;
  return {
    zhenggai: new Zhenggai({ client, deadlineMs, hiddenAttributes, onRefused }),
    close: () => connection.close(),
  };
}

async function connect(server: ServerSettings): Promise<Connection> {
  const { address } = server;
  try {
    const connectTimeout = connectSeconds * 1000;
    return await Connection.connect({ ...serverOptions(server), connectTimeout });
  } catch {
    const message = zh.server.unreachable(address, connectSeconds);
    throw new CliFailure(message, exitCodes.unreachable, { code: 'unreachable', address });
  }
}
