/** What the pages of local accounts work with; made once a process. */
import { createHmac } from 'node:crypto';
import type { Accounts } from './accounts';
import { accountsOn } from './accounts';
import { attemptsOn, type Attempts } from './attempts';
import { auditOn, type Audit } from './audit';
import { createAuth, type Auth, type SingleSignOn } from './auth';
import type { IdentityDatabase } from './database';
import { invitationsOn, type Invitations } from './invitations';
import { ssoOn, type Sso } from './single-sign-on';

export interface Local {
  readonly auth: Auth;
  readonly accounts: Accounts;
  readonly invitations: Invitations;
  readonly attempts: Attempts;
  readonly audit: Audit;
  readonly sso: Sso | null;
  /** What goes with the forms of a session. */
  readonly csrfOf: (sessionToken: string) => string;
  readonly now: () => string;
}

export interface LocalSettings {
  readonly db: IdentityDatabase;
  /** At least 32 characters; the same in all page processes and workers. */
  readonly secret: string;
  readonly baseUrl: string;
  readonly sso: SingleSignOn | null;
  /** How long its provider may take each time, ms. */
  readonly ssoPatience?: number;
  /** ISO 8601 UTC. */
  readonly now: () => string;
}

export function createLocal({ db, secret, baseUrl, sso, ssoPatience, now }: LocalSettings): Local {
  const auth = createAuth({ db, secret, baseUrl, sso: null });
  return {
    ...{ auth, now },
    sso: sso === null ? null : ssoOn({ db, secret, baseUrl }, sso, ssoPatience),
    accounts: accountsOn(db, auth, now),
    invitations: invitationsOn(db, now),
    attempts: attemptsOn(db, now),
    audit: auditOn(db),
    csrfOf: (token) => createHmac('sha256', secret).update(`csrf ${token}`).digest('base64url'),
  };
}
