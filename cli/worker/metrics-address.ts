/** Where Prometheus reads a worker's metrics: `METRICS_ADDRESS`, e.g. `127.0.0.1:9464`. */
import { CliFailure, exitCodes, type CliContext } from '../command';

/** Null where it is not set. @throws CliFailure for what is no address */
export function metricsAddress(env: CliContext['env']): string | null {
  const address = env['METRICS_ADDRESS'] ?? '';
  if (address === '') return null;
  if (/^(\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}$/.test(address)) return address;
  throw new CliFailure('METRICS_ADDRESS 应如 127.0.0.1:9464。', exitCodes.usage);
}
