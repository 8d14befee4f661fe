/** One account, as administrators see it, and its one-time link. */
import { roleTerms } from '../../domain/role-terms';
import type { Role } from '../../domain/words';
import type { PersonRow } from '../../ledger';
import { accountsWords } from '../../words/pages/accounts';
import { terms } from '../../words/terms';
import { Csrf } from '../layout/page';
import { standings, type Grant, type Viewer } from '../viewer';
import { signsInWith } from './accounts-view';
import type { AccountRow } from './database';
import { Fault } from './public-page';

type Words = (typeof accountsWords)['zh'];

interface LinkProps {
  readonly words: Words;
  readonly account: AccountRow;
  readonly url: string;
  readonly days: number;
}

export function LinkView({ words, account, url, days }: LinkProps) {
  return (
    <section class="card">
      <h2>{account.name}</h2>
      <p>{words.linkHint(days)}</p>
      <p>
        <label for="link">{words.linkTitle}</label>
        <input id="link" readonly value={url} />
      </p>
      <p>
        <a href="/accounts">{words.back}</a>
      </p>
    </section>
  );
}

interface AccountProps {
  readonly viewer: Viewer;
  readonly account: AccountRow;
  readonly grants: readonly Grant[];
  readonly sessions: number;
  readonly units: readonly string[];
  /** The unit for which something is to be granted. */
  readonly unit: string | null;
  readonly people: readonly PersonRow[];
  readonly fault: string | null;
}

export function AccountView(props: AccountProps) {
  const { viewer, account, sessions, fault } = props;
  const words = accountsWords[viewer.language];
  return (
    <>
      {fault === null ? null : <Fault>{fault}</Fault>}
      <section class="card">
        <dl class="facts">
          <dt>{words.signsInWith}</dt>
          <dd>{signsInWith(account)}</dd>
          <dt>{words.state}</dt>
          <dd>
            {[
              account.lockedAt === null ? words.signedIn(sessions) : words.locked,
              account.administrator ? words.administrator : null,
              account.twoFactorEnabled === true ? words.second : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </dd>
        </dl>
        <States viewer={viewer} words={words} account={account} />
      </section>
      <Grants {...props} words={words} />
      <p>
        <a href={`/audit?account=${encodeURIComponent(account.id)}`}>{words.audit}</a>{' '}
        <a href="/accounts">{words.back}</a>
      </p>
    </>
  );
}

function States({
  viewer,
  words,
  account,
}: {
  readonly viewer: Viewer;
  readonly words: Words;
  readonly account: AccountRow;
}) {
  const path = `/accounts/${encodeURIComponent(account.id)}`;
  const isSelf = viewer.account.id === account.id;
  return (
    <div class="actions">
      <form method="post" action={`${path}/link`}>
        <Csrf viewer={viewer} />
        <button class="second">{words.newLink}</button>
      </form>
      <form method="post" action={`${path}/state`} class="actions">
        <Csrf viewer={viewer} />
        <State to="endSessions" label={words.endSessions} />
        {account.twoFactorEnabled === true ? (
          <State to="secondOff" label={words.secondOff} />
        ) : null}
        {isSelf ? null : account.lockedAt === null ? (
          <State to="lock" label={words.lock} />
        ) : (
          <State to="unlock" label={words.unlock} />
        )}
        {isSelf ? null : account.administrator ? (
          <State to="noAdministrator" label={words.noAdministrator} />
        ) : (
          <State to="administrator" label={words.makeAdministrator} />
        )}
      </form>
    </div>
  );
}

function State({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <button class="second" name="to" value={to}>
      {label}
    </button>
  );
}

function Grants({ words, ...props }: AccountProps & { readonly words: Words }) {
  const { viewer, account, grants, units, unit } = props;
  const path = `/accounts/${encodeURIComponent(account.id)}`;
  return (
    <section class="card">
      <h2>{words.grants}</h2>
      {grants.length === 0 ? <p>{words.noGrants}</p> : null}
      {grants.map((grant) => (
        <form method="post" action={`${path}/withdraw`} class="actions">
          <Csrf viewer={viewer} />
          <span>
            {[grant.unit, words.standings[grant.standing], grant.person]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <button class="quiet" name="unit" value={grant.unit}>
            {words.withdraw}
          </button>
        </form>
      ))}
      <h3>{words.grantTitle}</h3>
      {units.length === 0 ? <p class="hint">{words.noUnits}</p> : null}
      {units.length === 0 ? null : (
        <form method="get" action={path}>
          <label for="unit">{words.chooseUnit}</label>
          <select id="unit" name="unit">
            {units.map((each) => (
              <option value={each} selected={each === unit}>
                {each}
              </option>
            ))}
          </select>
          <p class="actions">
            <button class="second">{words.choose}</button>
          </p>
        </form>
      )}
      {unit === null ? null : <GrantForm {...props} {...{ words, unit, path }} />}
    </section>
  );
}

function GrantForm({
  viewer,
  words,
  unit,
  path,
  people,
}: AccountProps & { readonly words: Words; readonly unit: string; readonly path: string }) {
  return (
    <form method="post" action={`${path}/grant`}>
      <Csrf viewer={viewer} />
      <input type="hidden" name="unit" value={unit} />
      <label for="standing">{`${unit} · ${words.standing}`}</label>
      <select id="standing" name="standing">
        {standings.map((standing) => (
          <option value={standing}>{words.standings[standing]}</option>
        ))}
      </select>
      <label for="person">{words.person}</label>
      <select id="person" name="person">
        <option value="">{words.nobody}</option>
        {people.map(({ id, name, roles, department }) => (
          <option value={id}>
            {[name, rolesInWords(roles, viewer), department].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
      <p class="actions">
        <button>{words.grant}</button>
      </p>
    </form>
  );
}

function rolesInWords(roles: string, { language }: Viewer): string {
  const words = language === 'zh' ? roleTerms : terms.en.roles;
  return roles
    .split(' ')
    .map((role) => words[role as Role] ?? role)
    .join('、');
}
