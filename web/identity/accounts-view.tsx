/** All accounts, as administrators see them. */
import { accountsWords } from '../../words/pages/accounts';
import { Csrf } from '../layout/page';
import type { Grant, Viewer } from '../viewer';
import { addressOf } from './accounts';
import type { AccountRow, FailuresRow } from './database';
import { minuteOf } from './instant-words';
import { Fault } from './public-page';

type Words = (typeof accountsWords)['zh'];

interface AccountsProps {
  readonly viewer: Viewer;
  readonly rows: readonly AccountRow[];
  readonly grants: readonly (Grant & { readonly account: string })[];
  readonly locked: readonly FailuresRow[];
  /** Accounts that have a way to sign in. */
  readonly withPassword: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
  readonly fault: string | null;
}

export function AccountsView({
  viewer,
  rows,
  grants,
  locked,
  withPassword,
  names,
  fault,
}: AccountsProps) {
  const words = accountsWords[viewer.language];
  return (
    <>
      {fault === null ? null : <Fault>{fault}</Fault>}
      <p>
        <a href="/audit">{words.auditTitle}</a>
      </p>
      {locked.length === 0 ? null : <LockedOut {...{ viewer, words, locked, names }} />}
      <div class="scroll" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th>{words.name}</th>
              <th>{words.signsInWith}</th>
              <th>{words.standing}</th>
              <th>{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <td>
                  <a href={`/accounts/${encodeURIComponent(row.id)}`}>{row.name}</a>
                </td>
                <td>{signsInWith(row)}</td>
                <td>
                  {row.administrator ? <div>{words.administrator}</div> : null}
                  {grants
                    .filter(({ account }) => account === row.id)
                    .map(({ unit, standing }) => (
                      <div>{`${unit} · ${words.standings[standing]}`}</div>
                    ))}
                </td>
                <td>{stateOf(row, withPassword, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <AddForm viewer={viewer} words={words} />
    </>
  );
}

export function signsInWith({ email, shortName }: AccountRow): string {
  return [shortName, addressOf(email)].filter(Boolean).join(' · ');
}

function stateOf(
  { id, lockedAt, twoFactorEnabled }: AccountRow,
  withPassword: ReadonlySet<string>,
  words: Words,
): string {
  const state =
    lockedAt !== null ? words.locked : withPassword.has(id) ? words.open : words.invited;
  return twoFactorEnabled === true ? `${state} · ${words.second}` : state;
}

function LockedOut({
  viewer,
  words,
  locked,
  names,
}: {
  readonly viewer: Viewer;
  readonly words: Words;
  readonly locked: readonly FailuresRow[];
  readonly names: ReadonlyMap<string, string>;
}) {
  return (
    <section class="card">
      <h2>{words.lockedOut}</h2>
      <p class="hint">{words.lockedOutHint}</p>
      {locked.map(({ key, lockedUntil }) => (
        <form method="post" action="/accounts/lift" class="actions">
          <Csrf viewer={viewer} />
          <span>{`${whoseKey(key, names, words)} ${words.until} ${minuteOf(lockedUntil ?? '')}`}</span>
          <button class="quiet" name="key" value={key}>
            {words.lift}
          </button>
        </form>
      ))}
    </section>
  );
}

function whoseKey(key: string, names: ReadonlyMap<string, string>, words: Words): string {
  const [kind = '', ...rest] = key.split(' ');
  const who = rest.join(' ');
  return kind === 'address' ? words.ofAddress(who) : words.ofAccount(names.get(who) ?? who);
}

function AddForm({ viewer, words }: { readonly viewer: Viewer; readonly words: Words }) {
  return (
    <section class="card">
      <h2>{words.add}</h2>
      <p class="hint">{words.addHint}</p>
      <form method="post" action="/accounts/add">
        <Csrf viewer={viewer} />
        <label for="name">{words.name}</label>
        <input id="name" name="name" required autocomplete="off" />
        <label for="email">{words.email}</label>
        <input id="email" name="email" type="email" autocomplete="off" />
        <label for="short-name">{words.shortName}</label>
        <input id="short-name" name="shortName" autocomplete="off" autocapitalize="none" />
        <p>
          <label class="inline">
            <input type="checkbox" name="administrator" value="yes" />
            {words.administrator}
          </label>
        </p>
        <p class="actions">
          <button>{words.save}</button>
        </p>
      </form>
    </section>
  );
}
