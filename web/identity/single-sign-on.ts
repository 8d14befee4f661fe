/** The house's provider of sign-in (OpenID Connect). Apart from the rest: one that does not answer keeps nobody from their password. */
import {
  createAuth,
  failedPath,
  ssoId,
  type Auth,
  type AuthSettings,
  type SingleSignOn,
} from './auth';
import { refusalCode } from './auth-request';

export type SsoFault = 'away' | 'unknown' | 'locked' | 'failed';

/** Where the browser goes on, with what cookies; or what went wrong, and under which code of the library. */
export type SsoAnswer =
  | { readonly to: string; readonly headers: Headers }
  | { readonly fault: SsoFault; readonly code: string; readonly headers?: Headers };

export interface Sso {
  /** On the button. */
  readonly name: string;
  /** @param to a path of ours, where it leads in the end */
  readonly begin: (headers: Headers, to: string) => Promise<SsoAnswer>;
  /** What the provider sent the browser back with. */
  readonly finish: (request: Request) => Promise<SsoAnswer>;
}

const away = { fault: 'away', code: 'away' } as const;

/** @param patience how long the provider may take each time, ms */
export function ssoOn(
  settings: Omit<AuthSettings, 'sso'>,
  sso: SingleSignOn,
  patience = 10_000,
): Sso {
  let made: Auth | null = null;
  /** One that has waited too long for its description would go on waiting: the next attempt makes another. */
  const asking = async (work: (auth: Auth) => Promise<SsoAnswer>): Promise<SsoAnswer> => {
    made ??= createAuth({ ...settings, sso });
    const answer = await within(patience, work(made));
    if (answer === null) made = null;
    return answer ?? away;
  };
  return {
    name: sso.name,
    begin: (headers, to) => asking((auth) => begin(auth, headers, to)),
    finish: (request) => asking((auth) => finish(auth, request)),
  };
}

async function begin({ api }: Auth, asked: Headers, to: string): Promise<SsoAnswer> {
  try {
    const { headers, response } = await api.signInSocial({
      body: {
        provider: ssoId,
        callbackURL: to,
        errorCallbackURL: failedPath,
        disableRedirect: true,
      },
      headers: asked,
      returnHeaders: true,
    });
    return response.url === undefined ? away : { to: response.url, headers };
  } catch (error) {
    // Its description could not be read.
    return { ...away, code: refusalCode(error) };
  }
}

async function finish(auth: Auth, request: Request): Promise<SsoAnswer> {
  const { headers } = await auth.handler(request);
  const to = headers.get('location');
  if (to === null) return { fault: 'failed', code: 'none', headers };
  const code = codeIn(to);
  return code === null ? { to, headers } : { fault: faultOf(code), code, headers };
}

/** Null where nothing has failed. What is no code of anybody's is not taken over: it may be whatever somebody typed. */
function codeIn(to: string): string | null {
  const url = new URL(to, 'http://here.invalid');
  if (url.pathname !== '/sign-in' || !url.searchParams.has('failed')) return null;
  const code = url.searchParams.get('error') ?? '';
  return /^\w{1,60}$/.test(code) ? code : 'none';
}

function faultOf(code: string): SsoFault {
  switch (code) {
    case 'ACCOUNT_LOCKED':
      return 'locked';
    case 'signup_disabled':
    case 'account_not_linked':
    case 'email_not_found':
      return 'unknown';
    case 'oauth_provider_not_found':
      return 'away';
    default:
      return 'failed';
  }
}

/** Null where it takes longer. */
async function within<Result>(ms: number, work: Promise<Result>): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ms)));
  // What comes too late is nobody's.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
