/** 登录: with a password, a second factor where there is one, or by the house's single sign-on. */
import { signInWords } from '../../words/pages/sign-in';
import { clientAddress } from '../client-address';
import { pathOfOurs } from '../layout/notice';
import { fromHere } from '../security';
import type { Part, WebContext, WebDeps } from '../web-env';
import { lockedCode } from './auth';
import { authHeaders, handOn, refusalCode } from './auth-request';
import { formFields } from './form-fields';
import { languageHere } from './language';
import { minutesUntil } from './attempts';
import type { Local } from './local';
import { Fault, publicPage } from './public-page';
import type { SsoFault } from './single-sign-on';
import { ssoPath } from './sso-pages';

type Status = 200 | 401 | 403 | 429;
type WordOf = (words: (typeof signInWords)['zh']) => string;

export function signInPages(local: Local): Part {
  return (app, deps) => {
    app.get('/sign-in', (c) =>
      showForm(c, deps, local, {
        to: pathOfOurs(c.req.query('to'), '/'),
        fault: ssoFaultIn(c.req.query('failed')),
      }),
    );
    app.post('/sign-in', async (c) => {
      const to = pathOfOurs((await formFields(c, 'to')).to, '/');
      if (fromHere(c)) return withPassword(c, deps, local, to);
      await note(c, deps, local, { what: 'refused', account: null, detail: 'forged' });
      return showForm(c, deps, local, { to, fault: (words) => words.elsewhere, status: 403 });
    });
    app.get('/sign-in/second', (c) => showSecond(c, deps, c.req.query('to'), null));
    app.post('/sign-in/second', (c) => withCode(c, deps, local));
  };
}

async function withPassword(c: WebContext, deps: WebDeps, local: Local, to: string) {
  const { name, password } = await formFields(c, 'name', 'password');
  const found = await local.accounts.named(name);
  const tried = { account: found?.id ?? name.trim(), address: clientAddress(c, deps) };
  const closed = await local.attempts.begin(tried);
  if (closed !== null) {
    await note(c, deps, local, {
      what: 'refused',
      account: found?.id ?? null,
      detail: 'lockedOut',
    });
    const minutes = minutesUntil(closed, deps.now());
    const fault: WordOf = (words) => words.lockedOut(minutes);
    c.header('retry-after', String(minutes * 60));
    return showForm(c, deps, local, { to, fault, status: 429 });
  }
  try {
    const { headers, response } = await local.auth.api.signInEmail({
      // An address that is nobody's costs as long as a wrong password.
      body: { email: found?.email ?? 'nobody@accounts.invalid', password },
      headers: authHeaders(c, deps),
      returnHeaders: true,
    });
    handOn(c, headers);
    if ('twoFactorRedirect' in response)
      return c.redirect(`/sign-in/second?to=${encodeURIComponent(to)}`, 303);
    await local.attempts.succeeded(tried);
    await note(c, deps, local, {
      what: 'signedIn',
      account: found?.id ?? null,
      detail: 'password',
    });
    return c.redirect(to, 303);
  } catch (error) {
    const isLocked = refusalCode(error) === lockedCode;
    const detail = isLocked ? 'locked' : 'wrong';
    await note(c, deps, local, { what: 'signInFailed', account: found?.id ?? null, detail });
    const fault: WordOf = (words) => (isLocked ? words.locked : words.wrong);
    return showForm(c, deps, local, { to, fault, status: 401 });
  }
}

/** The library counts wrong codes: after a few the password is asked for again, and each of those counts too. */
async function withCode(c: WebContext, deps: WebDeps, local: Local) {
  const { code, to } = await formFields(c, 'code', 'to');
  const digits = code.replace(/[\s-]/g, '');
  const request = { headers: authHeaders(c, deps), returnHeaders: true } as const;
  try {
    const { headers, response } = /^\d{6}$/.test(digits)
      ? await local.auth.api.verifyTOTP({ ...request, body: { code: digits } })
      : await local.auth.api.verifyBackupCode({ ...request, body: { code: code.trim() } });
    handOn(c, headers);
    const address = clientAddress(c, deps);
    await local.attempts.succeeded({ account: response.user.id, address });
    const account = response.user.id;
    await note(c, deps, local, { what: 'signedIn', account, detail: 'secondFactor' });
    return c.redirect(pathOfOurs(to, '/'), 303);
  } catch (error) {
    const detail = `secondFactor ${refusalCode(error)}`;
    await note(c, deps, local, { what: 'signInFailed', account: null, detail });
    return showSecond(c, deps, to, (words) => words.wrongCode);
  }
}

function note(
  c: WebContext,
  deps: WebDeps,
  { audit }: Local,
  entry: { what: 'signedIn' | 'signInFailed' | 'refused'; account: string | null; detail: string },
): Promise<void> {
  const subject = `${c.req.method} ${c.req.path}`;
  return audit.note({ at: deps.now(), subject, address: clientAddress(c, deps), ...entry });
}

/** What single sign-on has come back with. */
function ssoFaultIn(failed: string | undefined): WordOf | null {
  if (failed === undefined) return null;
  return ({ ssoFaults }) =>
    Object.hasOwn(ssoFaults, failed) ? ssoFaults[failed as SsoFault] : ssoFaults.failed;
}

interface Shown {
  readonly to: string;
  readonly fault: WordOf | null;
  readonly status?: Status;
}

function showForm(
  c: WebContext,
  deps: WebDeps,
  { sso }: Local,
  { to, fault, status = 200 }: Shown,
) {
  const words = signInWords[languageHere(c)];
  return publicPage(
    c,
    deps,
    { title: words.title, status },
    <section class="card">
      {fault === null ? null : <Fault>{fault(words)}</Fault>}
      <form method="post" action="/sign-in">
        <input type="hidden" name="to" value={to} />
        <label for="name">{words.name}</label>
        <input id="name" name="name" autocomplete="username" required autocapitalize="none" />
        <label for="password">{words.password}</label>
        <input
          {...{ id: 'password', name: 'password', type: 'password', required: true }}
          autocomplete="current-password"
        />
        <p class="actions">
          <button>{words.submit}</button>
        </p>
      </form>
      {sso === null ? null : (
        <>
          <p class="hint">{words.or}</p>
          <a class="button second" href={`${ssoPath}?${new URLSearchParams({ to }).toString()}`}>
            {words.sso(sso.name)}
          </a>
        </>
      )}
    </section>,
  );
}

function showSecond(c: WebContext, deps: WebDeps, to: string | undefined, fault: WordOf | null) {
  const words = signInWords[languageHere(c)];
  return publicPage(
    c,
    deps,
    { title: words.secondTitle, status: fault === null ? 200 : 401 },
    <section class="card">
      {fault === null ? null : <Fault>{fault(words)}</Fault>}
      <p>{words.secondHint}</p>
      <form method="post" action="/sign-in/second">
        <input type="hidden" name="to" value={pathOfOurs(to, '/')} />
        <label for="code">{words.code}</label>
        <input {...{ id: 'code', name: 'code', required: true }} autocomplete="one-time-code" />
        <p class="actions">
          <button>{words.verify}</button>
          <a href="/sign-in">{words.again}</a>
        </p>
      </form>
    </section>,
  );
}
