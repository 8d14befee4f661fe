/** 设置密码: by a one-time link, for the first administrator too. Looking at the page uses nothing up. */
import { signInWords } from '../../words/pages/sign-in';
import { clientAddress } from '../client-address';
import { fromHere } from '../security';
import type { Part, WebContext, WebDeps } from '../web-env';
import { nameFault, namesTyped } from './account-names';
import type { AccountRow } from './database';
import { addressOf } from './accounts';
import { authHeaders, handOn } from './auth-request';
import { formFields } from './form-fields';
import { languageHere } from './language';
import type { Local } from './local';
import { passwordFault } from './password-rules';
import { Fault, publicPage } from './public-page';

export function invitationPages(local: Local): Part {
  return (app, deps) => {
    app.get('/invitation/:secret', async (c) => {
      const account = await invited(local, c.req.param('secret'));
      return account === 'gone' ? gone(c, deps, local) : show(c, deps, account, null);
    });
    app.post('/invitation/:secret', async (c) => {
      const account = await invited(local, c.req.param('secret'));
      if (account === 'gone' || !fromHere(c)) return gone(c, deps, local);
      return account === null ? first(c, deps, local) : set(c, deps, local, account);
    });
  };
}

/** Null: there is no account yet, it makes the first administrator. */
async function invited(local: Local, secret: string): Promise<AccountRow | null | 'gone'> {
  const found = await local.invitations.find(secret);
  if (found === null) return 'gone';
  return found.account === null ? null : ((await local.accounts.find(found.account)) ?? 'gone');
}

async function first(c: WebContext, deps: WebDeps, local: Local) {
  const words = signInWords[languageHere(c)];
  const typed = await formFields(c, 'name', 'account', 'password', 'again');
  const names = namesTyped(typed.account);
  const wrongName = nameFault(typed.name, names);
  if (wrongName !== null || names === null)
    return show(c, deps, null, words[wrongName ?? 'accountMalformed'], typed);
  const fault = passwordFault(typed.password, typed.again, [
    typed.name,
    names.email,
    names.shortName,
  ]);
  if (fault !== null) return show(c, deps, null, words.faults[fault], typed);
  if ((await local.accounts.named(typed.account)) !== null)
    return show(c, deps, null, words.accountTaken, typed);
  if (!(await local.invitations.use(c.req.param('secret') ?? ''))) return gone(c, deps, local);
  const made = await local.accounts.add({
    ...names,
    name: typed.name.trim(),
    administrator: true,
  });
  return made === null ? gone(c, deps, local) : enter(c, deps, local, made, typed.password);
}

async function set(c: WebContext, deps: WebDeps, local: Local, account: AccountRow) {
  const words = signInWords[languageHere(c)];
  const { password, again } = await formFields(c, 'password', 'again');
  const { name, email, shortName } = account;
  const fault = passwordFault(password, again, [name, addressOf(email), shortName]);
  if (fault !== null) return show(c, deps, account, words.faults[fault]);
  if (!(await local.invitations.use(c.req.param('secret') ?? ''))) return gone(c, deps, local);
  return enter(c, deps, local, account, password);
}

/** A second factor is still asked for; a locked account stays out. */
async function enter(
  c: WebContext,
  deps: WebDeps,
  local: Local,
  { id, email, lockedAt }: AccountRow,
  password: string,
) {
  await local.accounts.setPassword(id, password);
  await local.audit.note({
    ...{ at: deps.now(), account: id, what: 'accountChanged', subject: id },
    ...{ detail: 'passwordByLink', address: clientAddress(c, deps) },
  });
  if (lockedAt !== null) return c.redirect('/sign-in', 303);
  const { headers, response } = await local.auth.api.signInEmail({
    body: { email, password },
    headers: authHeaders(c, deps),
    returnHeaders: true,
  });
  handOn(c, headers);
  return c.redirect('twoFactorRedirect' in response ? '/sign-in/second' : '/', 303);
}

async function gone(c: WebContext, deps: WebDeps, local: Local) {
  const words = signInWords[languageHere(c)];
  await local.audit.note({
    ...{ at: deps.now(), account: null, what: 'refused', subject: `${c.req.method} /invitation` },
    ...{ detail: 'gone', address: clientAddress(c, deps) },
  });
  return publicPage(c, deps, { title: words.goneTitle, status: 404 }, <p>{words.gone}</p>);
}

function show(
  c: WebContext,
  deps: WebDeps,
  account: AccountRow | null,
  fault: string | null,
  typed: { readonly name: string; readonly account: string } = { name: '', account: '' },
) {
  const words = signInWords[languageHere(c)];
  return publicPage(
    c,
    deps,
    {
      title: account === null ? words.firstTitle : words.invitationTitle,
      status: fault === null ? 200 : 422,
    },
    <section class="card">
      <p>{account === null ? words.firstHint : words.invitationHint(account.name)}</p>
      {fault === null ? null : <Fault>{fault}</Fault>}
      <form method="post">
        {account === null ? (
          <>
            <label for="name">{words.yourName}</label>
            <input id="name" name="name" required autocomplete="name" value={typed.name} />
            <label for="account">{words.account}</label>
            <input
              {...{ id: 'account', name: 'account', required: true, value: typed.account }}
              autocomplete="username"
              autocapitalize="none"
            />
          </>
        ) : (
          <input
            {...{ type: 'hidden', name: 'username', autocomplete: 'username' }}
            value={account.shortName ?? account.email}
          />
        )}
        <NewPassword words={words} />
        <p class="actions">
          <button>{words.set}</button>
        </p>
      </form>
    </section>,
  );
}

export function NewPassword({ words }: { readonly words: (typeof signInWords)['zh'] }) {
  const field = { type: 'password', required: true, autocomplete: 'new-password' } as const;
  return (
    <>
      <label for="new-password">{words.newPassword}</label>
      <input {...field} id="new-password" name="password" aria-describedby="password-hint" />
      <p class="hint" id="password-hint">
        {words.passwordHint}
      </p>
      <label for="again">{words.passwordAgain}</label>
      <input {...field} id="again" name="again" />
    </>
  );
}
