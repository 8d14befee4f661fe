/** How the pages are set up: WEB_URL, WEB_SECRET, WEB_BEHIND_PROXY and OIDC_* of the environment. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addressOfPages, LinkError } from '../../activities/links';
import type { SingleSignOn } from '../../web';
import { CliFailure, exitCodes, type CliContext } from '../command';

type World = Pick<CliContext, 'env' | 'cwd'>;

const shortestSecret = 32;

/**
 * What signs cookies and links: the same in all page processes and workers of an installation. Null where the environment has none.
 *
 * @throws CliFailure when it is too short or cannot be read
 */
export function givenSecret({ env, cwd }: World): string | null {
  const file = env['WEB_SECRET_FILE'] ?? '';
  if (file !== '') return longEnough(contentOf(resolve(cwd, file), 'WEB_SECRET_FILE'));
  const given = env['WEB_SECRET'] ?? '';
  return given === '' ? null : longEnough(given);
}

/**
 * @param store where one of our own is kept when the environment has none
 * @throws CliFailure when it is too short or cannot be read
 */
export function webSecret(world: World, store: string): string {
  return givenSecret(world) ?? longEnough(ownSecret(join(store, 'web-secret')));
}

function longEnough(secret: string): string {
  if (secret.length < shortestSecret)
    throw new CliFailure(
      `WEB_SECRET 太短：至少 ${shortestSecret} 个字符，可用 openssl rand -base64 32 生成。`,
      exitCodes.usage,
    );
  return secret;
}

function ownSecret(file: string): string {
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return contentOf(file, file);
}

function contentOf(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliFailure(`${name} 不能读取：${why}`, exitCodes.usage);
  }
}

/** Where people reach the pages. @throws CliFailure when WEB_URL is no plain address */
export function webUrl({ env }: World, otherwise: string): string {
  const given = env['WEB_URL'] ?? '';
  if (given === '') return otherwise;
  return pagesAt(given, 'WEB_URL');
}

/**
 * @param from what it was set by
 * @throws CliFailure when the pages cannot be there
 */
export function pagesAt(given: string, from: string): string {
  try {
    return addressOfPages(given);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    throw new CliFailure(`${error.message}（${from}）。`, exitCodes.usage);
  }
}

/** How often one account may change something. @throws CliFailure when it is no whole number above 0 */
export function writesPerMinute({ env }: World): number {
  const given = env['WEB_WRITES_PER_MINUTE'] ?? '300';
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new CliFailure('WEB_WRITES_PER_MINUTE 应为正整数，如 300。', exitCodes.usage);
}

export function isBehindProxy({ env }: World): boolean {
  return /^(1|true|yes)$/i.test(env['WEB_BEHIND_PROXY'] ?? '');
}

/** Null where there is none. @throws CliFailure when it is set by half */
export function singleSignOn({ env, cwd }: World): SingleSignOn | null {
  const [issuer, clientId] = [env['OIDC_ISSUER'] ?? '', env['OIDC_CLIENT_ID'] ?? ''];
  const file = env['OIDC_CLIENT_SECRET_FILE'] ?? '';
  const clientSecret =
    file === ''
      ? (env['OIDC_CLIENT_SECRET'] ?? '')
      : contentOf(resolve(cwd, file), 'OIDC_CLIENT_SECRET_FILE');
  if (issuer === '' && clientId === '') return null;
  if (!URL.canParse(issuer) || clientId === '' || clientSecret === '')
    throw new CliFailure(
      '单点登录要一起设置 OIDC_ISSUER（网址）、OIDC_CLIENT_ID 和 OIDC_CLIENT_SECRET（或 OIDC_CLIENT_SECRET_FILE）。',
      exitCodes.usage,
    );
  return { name: env['OIDC_NAME'] ?? '统一身份认证', issuer, clientId, clientSecret };
}
