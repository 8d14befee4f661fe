/** better-auth as we set it up: sessions, passwords, second factor, single sign-on, in our tables. Nothing else knows it. */
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { IdentityDatabase } from './database';
import { longest, shortest } from './password-rules';

export interface SingleSignOn {
  /** On the button. */
  readonly name: string;
  /** `https://id.example.org`: its description is at `/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AuthSettings {
  readonly db: IdentityDatabase;
  /** Signs cookies and closes second factors; all page processes have the same. */
  readonly secret: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly sso: SingleSignOn | null;
}

/** Under it the provider of single sign-on sends people back; the rest of better-auth's own routes is not reachable. */
export const authPath = '/sign-in/with';
export const ssoId = 'sso';
/** Where the library sends whoever could not be signed in; never seen by a browser. */
export const failedPath = '/sign-in?failed=failed';
/** How we tell better-auth where a request came from: set by us, taken from nobody. */
export const addressHeader = 'x-zhenggai-address';
/** A working day, s: whoever signed in in the morning is signed out at night. */
const sessionSeconds = 12 * 3600;

export type Auth = ReturnType<typeof createAuth>;

export function createAuth({ db, secret, baseUrl, sso }: AuthSettings) {
  return betterAuth({
    appName: '整改',
    baseURL: baseUrl,
    basePath: authPath,
    secret,
    // Without transactions: the embedded database has one session, and a second question within one would wait for ever.
    database: { db, type: 'postgres', transaction: false },
    user: { modelName: 'accounts', additionalFields: ofAccount },
    session: {
      ...{ modelName: 'sessions', expiresIn: sessionSeconds, disableSessionRefresh: true },
      freshAge: 0,
    },
    account: {
      modelName: 'credentials',
      updateAccountOnSignIn: false,
      // Whoever runs the provider vouches for its addresses; an account is there because an administrator made it.
      accountLinking: { trustedProviders: [ssoId], requireLocalEmailVerified: false },
    },
    verification: { modelName: 'verifications' },
    emailAndPassword: {
      ...{ enabled: true, disableSignUp: true },
      ...{ minPasswordLength: shortest, maxPasswordLength: longest },
    },
    databaseHooks: {
      session: { create: { before: ({ userId }) => refuseLocked(db, userId) } },
      account: {
        create: { before: (account) => Promise.resolve({ data: { ...account, ...noTokens } }) },
      },
    },
    plugins: [
      twoFactor({ issuer: '整改', schema: { twoFactor: { modelName: 'second_factors' } } }),
      genericOAuth({ config: sso === null ? [] : [providerOf(sso)] }),
    ],
    onAPIError: { errorURL: `${baseUrl}${failedPath}` },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'zhenggai',
      useSecureCookies: baseUrl.startsWith('https://'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    // What it has to say of a failed sign-in is in the audit trail.
    logger: { disabled: true },
  });
}

/** We ask the provider who somebody is, and nothing afterwards. */
const noTokens = { accessToken: null, refreshToken: null, idToken: null };

const ofAccount = {
  shortName: { type: 'string', required: false, unique: true, input: false },
  administrator: { type: 'boolean', required: true, defaultValue: false, input: false },
  language: { type: 'string', required: true, defaultValue: 'zh', input: false },
  lockedAt: { type: 'date', required: false, input: false },
} as const;

function providerOf({ name, issuer, clientId, clientSecret }: SingleSignOn) {
  return {
    ...{ providerId: ssoId, name, clientId, clientSecret },
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    scopes: ['openid', 'email', 'profile'],
    requireIdTokenVerification: true,
    // An administrator says who may come in.
    disableSignUp: true,
  };
}

/** Whatever way they sign in. */
async function refuseLocked(db: IdentityDatabase, account: string): Promise<void> {
  const found = await db
    .selectFrom('accounts')
    .select('lockedAt')
    .where('id', '=', account)
    .executeTakeFirst();
  if (found?.lockedAt !== null) throw new APIError('FORBIDDEN', { code: lockedCode });
}

export const lockedCode = 'ACCOUNT_LOCKED';
