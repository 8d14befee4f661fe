/** Where the Temporal server is and how to reach it, as the environment says: the names that Temporal's own tools use. */
import { readFileSync } from 'node:fs';
import type { TLSConfig } from '@temporalio/common/lib/internal-non-workflow';
import { CliFailure, exitCodes, type CliContext } from '../command';

export interface ServerSettings {
  readonly address: string;
  readonly namespace: string;
  readonly tls?: TLSConfig | boolean;
  readonly apiKey?: string;
}

type Env = CliContext['env'];

/** @throws CliFailure when no address is set, or a certificate cannot be read */
export function serverSettings(env: Env): ServerSettings {
  const address = env['TEMPORAL_ADDRESS'] ?? '';
  if (address === '')
    throw new CliFailure(
      '请用 TEMPORAL_ADDRESS 指明 Temporal 服务器，如 TEMPORAL_ADDRESS=temporal.example.org:7233。只在本机试用请运行 npm start。',
      exitCodes.usage,
    );
  const apiKey = env['TEMPORAL_API_KEY'] ?? '';
  const tls = tlsOf(env, apiKey !== '');
  return {
    address,
    namespace: env['TEMPORAL_NAMESPACE'] ?? 'default',
    ...(tls === null ? {} : { tls }),
    ...(apiKey === '' ? {} : { apiKey }),
  };
}

/** An API key is never sent in the clear unless TEMPORAL_TLS says false. */
function tlsOf(env: Env, hasKey: boolean): TLSConfig | boolean | null {
  const asked = env['TEMPORAL_TLS'] ?? '';
  if (/^(false|0)$/i.test(asked)) return null;
  const ca = fileIn(env, 'TEMPORAL_TLS_SERVER_CA_CERT_PATH');
  const crt = fileIn(env, 'TEMPORAL_TLS_CLIENT_CERT_PATH');
  const key = fileIn(env, 'TEMPORAL_TLS_CLIENT_KEY_PATH');
  const serverName = env['TEMPORAL_TLS_SERVER_NAME'] ?? '';
  if ((crt === null) !== (key === null))
    throw new CliFailure(
      'TEMPORAL_TLS_CLIENT_CERT_PATH 和 TEMPORAL_TLS_CLIENT_KEY_PATH 要么都设置，要么都不设置。',
      exitCodes.usage,
    );
  const config: TLSConfig = {
    ...(serverName === '' ? {} : { serverNameOverride: serverName }),
    ...(ca === null ? {} : { serverRootCACertificate: ca }),
    ...(crt === null || key === null ? {} : { clientCertPair: { crt, key } }),
  };
  if (Object.keys(config).length > 0) return config;
  return asked !== '' || hasKey ? true : null;
}

function fileIn(env: Env, name: string): Buffer | null {
  const path = env[name] ?? '';
  if (path === '') return null;
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliFailure(`${name} 指向的文件不能读取：${reason}`, exitCodes.usage);
  }
}
