/** 账号: for administrators. Who may sign in, as whom they act in which unit, who is locked out. */
import { accountsWords } from '../../words/pages/accounts';
import { signInWords } from '../../words/pages/sign-in';
import { clientAddress } from '../client-address';
import { seeOther } from '../layout/notice';
import { forbidden, notFound, page } from '../layout/respond';
import { shellWords } from '../../words/pages/shell';
import type { Part, WebContext, WebDeps } from '../web-env';
import { isAddress, isShortName, nameFault, type AccountNames } from './account-names';
import { AccountView, LinkView } from './account-view';
import { AccountsView } from './accounts-view';
import type { AccountRow } from './database';
import { formFields } from './form-fields';
import { grantTyped, knownUnits, peopleOf, unitNamed } from './grantable';
import { invitationDays } from './invitations';
import type { Local } from './local';

type Words = (typeof accountsWords)['zh'];
type Handler = (c: WebContext) => Response | Promise<Response>;

export function accountsPages(local: Local): Part {
  return (app, deps) => {
    const guarded =
      (work: Handler): Handler =>
      (c) =>
        c.get('viewer').account.administrator ? work(c) : turnedAway(c, deps);
    const of =
      (work: (c: WebContext, account: AccountRow) => Response | Promise<Response>): Handler =>
      async (c) => {
        const account = await local.accounts.find(c.req.param('id') ?? '');
        return account === null ? notFound(c, deps) : work(c, account);
      };
    const routes: Readonly<Record<string, Handler>> = {
      '/accounts/add': (c) => add(c, deps, local),
      '/accounts/lift': (c) => lift(c, deps, local),
      '/accounts/:id/link': of((c, account) => link(c, deps, local, account)),
      '/accounts/:id/grant': of((c, account) => grant(c, deps, local, account)),
      '/accounts/:id/withdraw': of((c, account) => withdraw(c, deps, local, account)),
      '/accounts/:id/state': of((c, account) => changeState(c, deps, local, account)),
    };
    app.get(
      '/accounts',
      guarded((c) => list(c, deps, local, null)),
    );
    app.get('/accounts/:id', guarded(of((c, account) => chosen(c, deps, local, account))));
    for (const [path, handler] of Object.entries(routes)) app.post(path, guarded(handler));
  };
}

function turnedAway(c: WebContext, deps: WebDeps) {
  return forbidden(c, deps, shellWords[c.get('viewer').language].notFoundHint);
}

const wordsOf = (c: WebContext): Words => accountsWords[c.get('viewer').language];

async function list(
  c: WebContext,
  deps: WebDeps,
  { accounts, attempts }: Local,
  fault: string | null,
) {
  const [rows, grants, locked, withPassword] = await Promise.all([
    accounts.all(),
    accounts.allGrants(),
    attempts.locked(),
    accounts.withCredentials(),
  ]);
  const { title } = wordsOf(c);
  const status = fault === null ? 200 : 422;
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const props = { viewer: c.get('viewer'), rows, grants, locked, withPassword, names, fault };
  return page(c, deps, { title, status }, <AccountsView {...props} />);
}

async function add(c: WebContext, deps: WebDeps, local: Local) {
  const typed = await formFields(c, 'name', 'email', 'shortName', 'administrator');
  const words = signInWords[c.get('viewer').language];
  const names = namesIn(typed.email, typed.shortName);
  const fault = nameFault(typed.name, names);
  if (fault !== null || names === null)
    return list(c, deps, local, words[fault ?? 'accountMalformed']);
  const administrator = typed.administrator === 'yes';
  const made = await local.accounts.add({ ...names, name: typed.name.trim(), administrator });
  if (made === null) return list(c, deps, local, words.accountTaken);
  await note(c, deps, local, made.id, administrator ? 'added administrator' : 'added');
  return link(c, deps, local, made);
}

/** Either of the two, or both. */
function namesIn(email: string, shortName: string): AccountNames | null {
  const [address, short] = [email.trim().toLowerCase(), shortName.trim().toLowerCase()];
  if (address === '' && short === '') return null;
  if ((address !== '' && !isAddress(address)) || (short !== '' && !isShortName(short))) return null;
  return { email: address === '' ? null : address, shortName: short === '' ? null : short };
}

/** The link is in this one answer and nowhere else. */
async function link(c: WebContext, deps: WebDeps, local: Local, account: AccountRow) {
  const path = await local.invitations.make(account.id);
  await note(c, deps, local, account.id, 'linkMade');
  const words = wordsOf(c);
  const url = `${deps.settings.baseUrl}${path}`;
  return page(
    c,
    deps,
    { title: words.linkTitle },
    <LinkView {...{ words, account, url, days: invitationDays }} />,
  );
}

async function lift(c: WebContext, deps: WebDeps, local: Local) {
  const { key } = await formFields(c, 'key');
  await local.attempts.lift(key);
  await note(c, deps, local, key, 'lifted');
  return seeOther(c, '/accounts', { kind: 'done', text: wordsOf(c).lifted });
}

/** With the unit for which something is to be granted, chosen or typed. */
async function chosen(c: WebContext, deps: WebDeps, local: Local, account: AccountRow) {
  const typed = c.req.query('newUnit')?.trim() ?? '';
  if (typed === '') return one(c, deps, local, account, { unit: c.req.query('unit') ?? null });
  const unit = unitNamed(typed);
  const fault = unit === null ? wordsOf(c).grantRefused.noUnit : null;
  return one(c, deps, local, account, { unit, fault });
}

interface Shown {
  readonly unit?: string | null;
  readonly fault?: string | null;
}

async function one(
  c: WebContext,
  deps: WebDeps,
  local: Local,
  account: AccountRow,
  { unit = null, fault = null }: Shown,
) {
  const { accounts } = local;
  const [grants, sessions, all] = await Promise.all([
    accounts.grants(account.id),
    accounts.sessions(account.id),
    accounts.allGrants(),
  ]);
  const units = await knownUnits(deps.ledger, all);
  const people = unit === null ? [] : await peopleOf(deps.ledger, unit);
  const props = { viewer: c.get('viewer'), account, grants, units, unit, people, fault };
  return page(
    c,
    deps,
    { title: account.name, status: fault === null ? 200 : 422 },
    <AccountView {...props} sessions={sessions.length} />,
  );
}

async function grant(c: WebContext, deps: WebDeps, local: Local, account: AccountRow) {
  const typed = await formFields(c, 'unit', 'standing', 'person');
  const granting = grantTyped(typed, await peopleOf(deps.ledger, typed.unit));
  if (granting.kind === 'refused')
    return one(c, deps, local, account, {
      unit: typed.unit === '' ? null : typed.unit,
      fault: wordsOf(c).grantRefused[granting.why],
    });
  const { unit, standing, person } = granting.grant;
  await local.accounts.grant(account.id, granting.grant);
  await note(c, deps, local, account.id, `granted ${standing} ${person ?? '-'} ${unit}`);
  return done(c, account);
}

async function withdraw(c: WebContext, deps: WebDeps, local: Local, account: AccountRow) {
  const { unit } = await formFields(c, 'unit');
  await local.accounts.withdraw(account.id, unit);
  await note(c, deps, local, account.id, `withdrawn ${unit}`);
  return done(c, account);
}

async function changeState(c: WebContext, deps: WebDeps, local: Local, account: AccountRow) {
  const words = wordsOf(c);
  const { to } = await formFields(c, 'to');
  const isSelf = account.id === c.get('viewer').account.id;
  if (isSelf && to !== 'endSessions') return one(c, deps, local, account, { fault: words.notSelf });
  switch (to) {
    case 'lock':
      await local.accounts.change(account.id, { lockedAt: new Date(deps.now()) });
      await local.accounts.endSessions(account.id);
      break;
    case 'unlock':
      await local.accounts.change(account.id, { lockedAt: null });
      break;
    case 'administrator':
      await local.accounts.change(account.id, { administrator: true });
      break;
    case 'noAdministrator':
      await local.accounts.change(account.id, { administrator: false });
      break;
    case 'endSessions':
      await local.accounts.endSessions(account.id);
      break;
    case 'secondOff':
      await local.accounts.endSecondFactor(account.id);
      break;
    default:
      return notFound(c, deps);
  }
  await note(c, deps, local, account.id, to);
  return done(c, account);
}

function done(c: WebContext, { id }: AccountRow) {
  return seeOther(c, `/accounts/${encodeURIComponent(id)}`, {
    kind: 'done',
    text: wordsOf(c).done,
  });
}

function note(c: WebContext, deps: WebDeps, { audit }: Local, subject: string, detail: string) {
  const account = c.get('viewer').account.id;
  const address = clientAddress(c, deps);
  return audit.note({ at: deps.now(), account, what: 'accountChanged', subject, detail, address });
}
