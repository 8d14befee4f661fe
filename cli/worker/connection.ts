/** To a Temporal server that others run, for what stays: workers and pages. */
import { Connection } from '@temporalio/client';
import { CliFailure, exitCodes } from '../command';
import type { ServerSettings } from './server-settings';

/** @throws CliFailure when it does not answer, or has no such namespace */
export async function connect(settings: ServerSettings): Promise<Connection> {
  const { address, namespace } = settings;
  try {
    const connection = await Connection.connect({
      ...serverOptions(settings),
      connectTimeout: 10_000,
    });
    await connection.workflowService.describeNamespace({ namespace });
    return connection;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliFailure(
      `不能使用 Temporal 服务器 ${address} 的命名空间 ${namespace}：${reason}。请检查 TEMPORAL_ADDRESS、TEMPORAL_NAMESPACE、TEMPORAL_API_KEY 和 TEMPORAL_TLS。`,
      exitCodes.unreachable,
    );
  }
}

export function serverOptions({ namespace: _namespace, ...server }: ServerSettings) {
  return server;
}
