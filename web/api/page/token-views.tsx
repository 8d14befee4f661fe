/** One's tokens, and making one. */
import type { FC } from 'hono/jsx';
import type { TokenRow } from '../../../ledger';
import { apiWords } from '../../../words/pages/api';
import { Csrf } from '../../layout/page';
import type { Viewer } from '../../viewer';
import { scopesFor, scopesIn } from '../scopes';
import type { TokenFault } from '../token-form';
import { longestDays, longestName } from '../tokens';

export type TokenState = 'holds' | 'expired' | 'revoked';

/** @param now ISO 8601 UTC */
export function tokenState(
  { revoked_at: revokedAt, expires_at: expiresAt }: Pick<TokenRow, 'revoked_at' | 'expires_at'>,
  now: string,
): TokenState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt > now ? 'holds' : 'expired';
}

interface ListProps {
  readonly viewer: Viewer;
  readonly tokens: readonly TokenRow[];
  /** ISO 8601 UTC. */
  readonly now: string;
}

export const TokenList: FC<ListProps> = ({ viewer, tokens, now }) => {
  const words = apiWords[viewer.language];
  if (tokens.length === 0) return <p class="soft">{words.none}</p>;
  const { name, scopes, expires, used, state, act } = words;
  return (
    <div class="scroll" tabindex={0}>
      <table>
        <thead>
          <tr>
            {[name, scopes, expires, used, state, act].map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <Token viewer={viewer} token={token} state={tokenState(token, now)} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Token: FC<{ viewer: Viewer; token: TokenRow; state: TokenState }> = (props) => {
  const { viewer, token, state } = props;
  const words = apiWords[viewer.language];
  return (
    <tr>
      <td>{token.name}</td>
      <td>
        {scopesIn(token.scopes)
          .map((scope) => words.scopeWords[scope])
          .join('、')}
      </td>
      <td>{token.expires_at.slice(0, 10)}</td>
      <td>{token.used_at?.slice(0, 10) ?? words.never}</td>
      <td>{words.states[state]}</td>
      <td>
        {state !== 'holds' ? null : (
          <form method="post" action="/api/tokens/revoke">
            <Csrf viewer={viewer} />
            <button class="second" name="id" value={token.id}>
              {words.revoke}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
};

interface FormProps {
  readonly viewer: Viewer;
  readonly faults: readonly TokenFault[];
}

export const TokenForm: FC<FormProps> = ({ viewer, faults }) => {
  const words = apiWords[viewer.language];
  const fault = (name: TokenFault) =>
    faults.includes(name) ? <p class="fault">{words.faults[name]}</p> : null;
  return (
    <form method="post" action="/api/tokens">
      <Csrf viewer={viewer} />
      <label for="token-name">{words.name}</label>
      <input id="token-name" name="name" maxlength={longestName} placeholder={words.nameHint} />
      {fault('name')}
      <fieldset>
        <legend>{words.scopes}</legend>
        {scopesFor(viewer.account, viewer.grants).map((scope) => (
          <label class="inline">
            <input type="checkbox" name="scope" value={scope} checked={scope === 'read'} />
            {words.scopeWords[scope]}
          </label>
        ))}
      </fieldset>
      {fault('scopes')}
      <label for="token-days">{words.days}</label>
      <input id="token-days" name="days" type="number" min={1} max={longestDays} value="90" />
      {fault('days')}
      <p class="actions">
        <button>{words.make}</button>
      </p>
    </form>
  );
};
