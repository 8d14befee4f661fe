/** Traces for a collector, where the environment names one: `OTEL_EXPORTER_OTLP_ENDPOINT`, e.g. `http://127.0.0.1:4318`. */
import { appendFileSync } from 'node:fs';
import { noTracing, type Tracing } from '../tracing';
import type * as Otlp from '../tracing/otlp';
import { CliFailure, exitCodes, type CliContext } from './command';
import { version } from './version';

const endpoints = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'];

/**
 * @param service what the spans are from, unless OTEL_SERVICE_NAME says otherwise
 * @param log the file to which it goes that a collector does not answer
 * @throws CliFailure for an endpoint that is no address
 */
export function tracingOf(
  { env, now }: Pick<CliContext, 'env' | 'now'>,
  service: string,
  log: string,
): Tracing {
  const named = endpoints.filter((name) => (env[name] ?? '') !== '');
  if (named.length === 0 || env['OTEL_SDK_DISABLED'] === 'true') return noTracing;
  for (const name of named)
    if (!/^https?:/.test(env[name] ?? '') || !URL.canParse(env[name] ?? ''))
      throw new CliFailure(`${name} 应如 http://127.0.0.1:4318。`, exitCodes.usage);
  const warn = (text: string): void => appendFileSync(log, `${now()} WARN tracing: ${text}\n`);
  return otlp().openOtlp({ name: service, version: version(), warn });
}

/** Its library takes a tenth of a second to load, which nobody is to wait for who collects no traces. */
const otlp = () => require('../tracing/otlp') as typeof Otlp;
