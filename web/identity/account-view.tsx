/** One account, as administrators see it, and its one-time link. */
import { accountsWords } from '../../words/pages/accounts';
import { Csrf } from '../layout/page';
import type { Viewer } from '../viewer';
import { signsInWith } from './accounts-view';
import type { AccountRow } from './database';
import { GrantsView, type GrantsProps } from './grants-view';
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

interface AccountProps extends GrantsProps {
  readonly sessions: number;
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
      <GrantsView {...props} />
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
