/** 本人设置: password, second factor, language, where one is signed in. */
import { settingsWords } from '../../words/pages/settings';
import { signInWords } from '../../words/pages/sign-in';
import { clientAddress } from '../client-address';
import { seeOther } from '../layout/notice';
import { page } from '../layout/respond';
import type { Part, WebContext, WebDeps } from '../web-env';
import { minutesUntil } from './attempts';
import { authHeaders, handOn, refusalCode } from './auth-request';
import { formFields } from './form-fields';
import type { Local } from './local';
import { passwordFault } from './password-rules';
import { Fault } from './public-page';
import { Confirm, PasswordForm, Second, Self, Sessions } from './settings-views';

export function settingsPages(local: Local): Part {
  return (app, deps) => {
    app.get('/settings', (c) => show(c, deps, local, null));
    app.post('/settings/password', (c) => changePassword(c, deps, local));
    app.post('/settings/second', (c) => beginSecond(c, deps, local));
    app.post('/settings/second/confirm', (c) => confirmSecond(c, deps, local));
    app.post('/settings/second/off', (c) => endSecond(c, deps, local));
    app.post('/settings/sessions', (c) => endOthers(c, deps, local));
  };
}

async function changePassword(c: WebContext, deps: WebDeps, local: Local) {
  const { account, language } = c.get('viewer');
  const words = settingsWords[language];
  const { current, password, again } = await formFields(c, 'current', 'password', 'again');
  const row = await local.accounts.find(account.id);
  const fault = passwordFault(password, again, [
    account.name,
    account.email,
    row?.shortName ?? null,
  ]);
  if (fault !== null) return show(c, deps, local, signInWords[language].faults[fault]);
  return withCurrent(c, deps, local, async () => {
    const { headers } = await local.auth.api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers: authHeaders(c, deps),
      returnHeaders: true,
    });
    handOn(c, headers);
    await note(c, deps, local, 'accountChanged', 'password');
    return seeOther(c, '/settings', { kind: 'done', text: words.changed });
  });
}

async function beginSecond(c: WebContext, deps: WebDeps, local: Local) {
  const words = settingsWords[c.get('viewer').language];
  const { current } = await formFields(c, 'current');
  return withCurrent(c, deps, local, async () => {
    const begun = await local.auth.api.enableTwoFactor({
      body: { password: current, method: 'totp' },
      headers: authHeaders(c, deps),
    });
    const { totpURI = '', backupCodes = [] } = begun as {
      readonly totpURI?: string;
      readonly backupCodes?: readonly string[];
    };
    return page(
      c,
      deps,
      { title: words.secondTitle },
      <Confirm {...{ c, totpURI, backupCodes }} />,
    );
  });
}

async function confirmSecond(c: WebContext, deps: WebDeps, local: Local) {
  const { language } = c.get('viewer');
  const { code } = await formFields(c, 'code');
  try {
    const { headers } = await local.auth.api.verifyTOTP({
      body: { code: code.replace(/\s/g, '') },
      headers: authHeaders(c, deps),
      returnHeaders: true,
    });
    handOn(c, headers);
  } catch (error) {
    refusalCode(error);
    return show(c, deps, local, signInWords[language].wrongCode);
  }
  await note(c, deps, local, 'accountChanged', 'secondFactorOn');
  return seeOther(c, '/settings', { kind: 'done', text: settingsWords[language].enabled });
}

async function endSecond(c: WebContext, deps: WebDeps, local: Local) {
  const words = settingsWords[c.get('viewer').language];
  const { current } = await formFields(c, 'current');
  return withCurrent(c, deps, local, async () => {
    const { headers } = await local.auth.api.disableTwoFactor({
      body: { password: current },
      headers: authHeaders(c, deps),
      returnHeaders: true,
    });
    handOn(c, headers);
    await note(c, deps, local, 'accountChanged', 'secondFactorOff');
    return seeOther(c, '/settings', { kind: 'done', text: words.disabled });
  });
}

async function endOthers(c: WebContext, deps: WebDeps, local: Local) {
  const here = await local.auth.api.getSession({ headers: authHeaders(c, deps) });
  // Ended meanwhile.
  if (here === null) return c.redirect('/sign-in', 303);
  await local.auth.api.revokeOtherSessions({ headers: authHeaders(c, deps) });
  await note(c, deps, local, 'accountChanged', 'otherSessionsEnded');
  const text = settingsWords[c.get('viewer').language].ended;
  return seeOther(c, '/settings', { kind: 'done', text });
}

function note(
  c: WebContext,
  deps: WebDeps,
  { audit }: Local,
  what: 'refused' | 'accountChanged',
  detail: string,
) {
  const account = c.get('viewer').account.id;
  const address = clientAddress(c, deps);
  return audit.note({ at: deps.now(), account, what, subject: account, detail, address });
}

/** Whoever sits at a session that was left open tries as few passwords as at the sign-in. */
async function withCurrent(
  c: WebContext,
  deps: WebDeps,
  local: Local,
  work: () => Promise<Response>,
): Promise<Response> {
  const { account, language } = c.get('viewer');
  const tried = { account: account.id, address: clientAddress(c, deps) };
  const closed = await local.attempts.begin(tried);
  if (closed !== null) {
    await note(c, deps, local, 'refused', 'lockedOut');
    const minutes = minutesUntil(closed, deps.now());
    c.header('retry-after', String(minutes * 60));
    return show(c, deps, local, signInWords[language].lockedOut(minutes), 429);
  }
  try {
    const answer = await work();
    await local.attempts.succeeded(tried);
    return answer;
  } catch (error) {
    return wrongCurrent(c, deps, local, error);
  }
}

/** @throws the error itself where it is no refusal */
async function wrongCurrent(c: WebContext, deps: WebDeps, local: Local, error: unknown) {
  refusalCode(error);
  await note(c, deps, local, 'refused', 'wrongCurrent');
  return show(c, deps, local, settingsWords[c.get('viewer').language].wrongCurrent);
}

async function show(
  c: WebContext,
  deps: WebDeps,
  local: Local,
  fault: string | null,
  status: 422 | 429 = 422,
) {
  const viewer = c.get('viewer');
  const words = settingsWords[viewer.language];
  const [account, sessions, here, hasPassword] = await Promise.all([
    local.accounts.find(viewer.account.id),
    local.accounts.sessions(viewer.account.id),
    local.auth.api.getSession({ headers: authHeaders(c, deps) }),
    local.accounts.hasPassword(viewer.account.id),
  ]);
  return page(
    c,
    deps,
    { title: words.title, status: fault === null ? 200 : status },
    <>
      {fault === null ? null : <Fault>{fault}</Fault>}
      <Self {...{ viewer, words, account }} />
      {hasPassword ? (
        <PasswordForm viewer={viewer} words={words} />
      ) : (
        <p class="hint">{words.noPassword}</p>
      )}
      {hasPassword ? (
        <Second {...{ viewer, words }} isOn={account?.twoFactorEnabled === true} />
      ) : null}
      <Sessions {...{ viewer, words, sessions }} here={here?.session.id ?? null} />
    </>,
  );
}
