/** Which server a command means, and with which keys. */
import { CliFailure, exitCodes, type CliContext } from './command';
import { zh } from './messages/zh';
import { privacyBeside, privacyOf, type Privacy } from './privacy';
import { readRunning, storeOf } from './store';
import { serverSettings, type ServerSettings } from './worker/server-settings';

export interface Reach {
  readonly server: ServerSettings;
  readonly privacy: Privacy;
}

/**
 * What `TEMPORAL_ADDRESS` and the other variables of Temporal's own tools say, else what the embedded server left in the store.
 *
 * @throws CliFailure with exit code 3 when there is neither
 */
export function reachOf(context: Pick<CliContext, 'env' | 'cwd'>): Reach {
  if ((context.env['TEMPORAL_ADDRESS'] ?? '') !== '')
    return { server: serverSettings(context.env), privacy: privacyOf(context) };
  const store = storeOf(context);
  const running = readRunning(store);
  if (running === null)
    throw new CliFailure(zh.server.none(store), exitCodes.unreachable, { code: 'noServer' });
  const { address, namespace } = running;
  return { server: { address, namespace }, privacy: privacyBeside(context, running.privacy) };
}
