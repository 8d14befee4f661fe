/** The parts of 本人设置. */
import type { Child } from 'hono/jsx';
import { accountsWords } from '../../words/pages/accounts';
import { settingsWords } from '../../words/pages/settings';
import { signInWords } from '../../words/pages/sign-in';
import { Csrf } from '../layout/page';
import type { Viewer } from '../viewer';
import type { WebContext } from '../web-env';
import { addressOf, type SessionRow } from './accounts';
import type { AccountRow } from './database';
import { minuteOf } from './instant-words';
import { NewPassword } from './invitation-pages';

type Words = (typeof settingsWords)['zh'];

export function Self({
  viewer,
  words,
  account,
}: {
  readonly viewer: Viewer;
  readonly words: Words;
  readonly account: AccountRow | null;
}) {
  const { standings } = accountsWords[viewer.language];
  const signsInWith = [account?.shortName ?? null, addressOf(account?.email ?? '')];
  return (
    <section class="card">
      <dl class="facts">
        <dt>{words.self}</dt>
        <dd>{[viewer.account.name, ...signsInWith].filter(Boolean).join(' · ')}</dd>
        <dt>{words.grants}</dt>
        <dd>
          {viewer.grants.length === 0 ? words.noGrants : null}
          {viewer.grants.map(({ unit, standing }) => (
            <div>{`${unit} · ${standings[standing]}`}</div>
          ))}
        </dd>
        <dt>{words.language}</dt>
        <dd>{words.languageNow}</dd>
      </dl>
    </section>
  );
}

export function PasswordForm({
  viewer,
  words,
}: {
  readonly viewer: Viewer;
  readonly words: Words;
}) {
  return (
    <section class="card">
      <h2>{words.passwordTitle}</h2>
      <form method="post" action="/settings/password">
        <Csrf viewer={viewer} />
        <Current words={words} id="current" />
        <NewPassword words={signInWords[viewer.language]} />
        <p class="actions">
          <button>{words.change}</button>
        </p>
      </form>
    </section>
  );
}

function Current({ words, id }: { readonly words: Words; readonly id: string }) {
  return (
    <>
      <label for={id}>{words.current}</label>
      <input
        {...{ id, name: 'current', type: 'password', required: true }}
        autocomplete="current-password"
      />
    </>
  );
}

export function Second({
  viewer,
  words,
  isOn,
}: {
  readonly viewer: Viewer;
  readonly words: Words;
  readonly isOn: boolean;
}) {
  return (
    <section class="card">
      <h2>{words.secondTitle}</h2>
      <p>{isOn ? words.secondOn : words.secondOff}</p>
      <form method="post" action={isOn ? '/settings/second/off' : '/settings/second'}>
        <Csrf viewer={viewer} />
        <Current words={words} id="current-second" />
        <p class="actions">
          <button class="second">{isOn ? words.disable : words.enable}</button>
        </p>
      </form>
    </section>
  );
}

export function Confirm({
  c,
  totpURI,
  backupCodes,
}: {
  readonly c: WebContext;
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}): Child {
  const viewer = c.get('viewer');
  const words = settingsWords[viewer.language];
  return (
    <section class="card">
      <p>{words.scan}</p>
      <p>
        <a class="button second" href={totpURI}>
          {words.open}
        </a>
      </p>
      <dl class="facts">
        <dt>{words.key}</dt>
        <dd>
          <code>{new URL(totpURI).searchParams.get('secret')}</code>
        </dd>
        <dt>{words.backup}</dt>
        <dd>
          {backupCodes.map((code) => (
            <div>
              <code>{code}</code>
            </div>
          ))}
        </dd>
      </dl>
      <form method="post" action="/settings/second/confirm">
        <Csrf viewer={viewer} />
        <label for="code">{words.confirm}</label>
        <input
          {...{ id: 'code', name: 'code', required: true, inputmode: 'numeric' }}
          autocomplete="one-time-code"
        />
        <p class="actions">
          <button>{words.enable}</button>
        </p>
      </form>
    </section>
  );
}

export function Sessions({
  viewer,
  words,
  sessions,
  here,
}: {
  readonly viewer: Viewer;
  readonly words: Words;
  readonly sessions: readonly SessionRow[];
  readonly here: string | null;
}) {
  return (
    <section class="card">
      <h2>{words.sessionsTitle}</h2>
      <div class="scroll" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th>{words.since}</th>
              <th>{words.address}</th>
              <th>{words.browser}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, createdAt, ipAddress, userAgent }) => (
              <tr>
                <td>
                  <time datetime={createdAt.toISOString()}>{minuteOf(createdAt)}</time>
                  {id === here ? `（${words.thisOne}）` : ''}
                </td>
                <td>{ipAddress ?? ''}</td>
                <td>{userAgent ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <form method="post" action="/settings/sessions">
        <Csrf viewer={viewer} />
        <p class="actions">
          <button class="second">{words.endOthers}</button>
        </p>
      </form>
    </section>
  );
}
