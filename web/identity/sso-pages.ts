/** Single sign-on: on to the provider, and back from it. */
import { clientAddress } from '../client-address';
import { pathOfOurs } from '../layout/notice';
import { fromHere } from '../security';
import type { Part, WebContext, WebDeps } from '../web-env';
import { authPath, ssoId } from './auth';
import { authHeaders, handOn } from './auth-request';
import type { Local } from './local';
import type { Sso, SsoAnswer } from './single-sign-on';

/** A link and no form: browsers hold what follows a form to the addresses that the page names (CSP `form-action`). */
export const ssoPath = '/sign-in/sso';

export function ssoPages(local: Local): Part {
  return (app, deps) => {
    const { sso } = local;
    if (sso === null) return;
    app.get(ssoPath, (c) => toProvider(c, deps, local, sso));
    app.get(`${authPath}/callback/${ssoId}`, (c) => fromProvider(c, deps, local, sso));
  };
}

async function toProvider(c: WebContext, deps: WebDeps, local: Local, sso: Sso) {
  // Nobody is signed in by a link on somebody else's page.
  if (!fromHere(c)) return c.redirect('/sign-in', 303);
  const to = pathOfOurs(c.req.query('to'), '/');
  const answer = await sso.begin(authHeaders(c, deps), to);
  if ('fault' in answer) return failed(c, deps, local, answer);
  handOn(c, answer.headers);
  return c.redirect(answer.to, 303);
}

async function fromProvider(c: WebContext, deps: WebDeps, local: Local, sso: Sso) {
  const answer = await sso.finish(new Request(c.req.url, { headers: authHeaders(c, deps) }));
  if (answer.headers !== undefined) handOn(c, answer.headers);
  if ('fault' in answer) return failed(c, deps, local, answer);
  await note(c, deps, local, 'signedIn', await accountIn(local, answer.headers), 'sso');
  return c.redirect(answer.to, 303);
}

async function failed(
  c: WebContext,
  deps: WebDeps,
  local: Local,
  { fault, code }: Extract<SsoAnswer, { readonly fault: string }>,
) {
  await note(c, deps, local, 'signInFailed', null, `sso ${code}`);
  return c.redirect(`/sign-in?failed=${fault}`, 303);
}

/** Whose session the answer's cookies are. */
async function accountIn({ auth }: Local, headers: Headers): Promise<string | null> {
  const cookie = headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .join('; ');
  const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
  return found?.user.id ?? null;
}

function note(
  c: WebContext,
  deps: WebDeps,
  { audit }: Local,
  what: 'signedIn' | 'signInFailed',
  account: string | null,
  detail: string,
): Promise<void> {
  const subject = `${c.req.method} ${c.req.path}`;
  const address = clientAddress(c, deps);
  return audit.note({ ...{ at: deps.now(), what, account, subject, detail }, address });
}
