/** What a token may be used for. Beyond them nobody ever gets by a token what their account may not. */
import type { Account, Grant } from '../viewer';

export const scopes = ['read', 'act', 'receive', 'operate'] as const;
/** `read`: look. `act`: send events and file evidence. `receive`: take feedback in. `operate`: incidents. */
export type Scope = (typeof scopes)[number];

export function scopesIn(words: string): readonly Scope[] {
  return scopes.filter((scope) => words.split(' ').includes(scope));
}

/** Those that an account has any use for. */
export function scopesFor(account: Account, grants: readonly Grant[]): readonly Scope[] {
  return scopes.filter((scope) => {
    switch (scope) {
      case 'read':
        return grants.length > 0 || account.administrator;
      case 'act':
        return grants.some(({ standing, person }) => standing !== 'reader' && person !== null);
      case 'receive':
        return grants.some(({ standing }) => standing === 'office');
      case 'operate':
        return account.administrator;
    }
  });
}
