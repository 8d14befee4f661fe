/** The SDK's runtime, one a process and so one for all test files that run in it. */
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

interface Holder {
  isSilent: boolean;
}

const holder = Symbol.for('zhenggai.test.runtime');

/**
 * Called by each test file that has workers, before it has any.
 *
 * @param silent for tests in which tasks fail because they are meant to; others show what a worker warns of
 */
export function installRuntime({ silent }: { readonly silent: boolean }): void {
  const globals = globalThis as { [holder]?: Holder };
  const { [holder]: installed } = globals;
  if (installed !== undefined) installed.isSilent = silent;
  else globals[holder] = installFirst(silent);
}

function installFirst(isSilent: boolean): Holder {
  const held: Holder = { isSilent };
  const shown = new DefaultLogger('WARN');
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      if (!held.isSilent) shown.log(level, message, meta);
    }),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
  return held;
}
