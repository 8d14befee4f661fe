/** Local accounts and single sign-on behind the port of the pages. */
import { accountsPages } from './accounts-pages';
import { accountOf, grantsOf } from './accounts';
import { auditPage } from './audit-page';
import { invitationPages } from './invitation-pages';
import type { IdentityDatabase } from './database';
import { createLocal, type Local, type LocalSettings } from './local';
import { sessionPages } from './session-pages';
import { settingsPages } from './settings-pages';
import { signInPages } from './sign-in-pages';
import type { SigningKind } from './signing';
import { ssoPages } from './sso-pages';
import type { Viewer } from '../viewer';

export function localIdentity(settings: LocalSettings): SigningKind {
  const { db } = settings;
  const local = createLocal(settings);
  return {
    identity: {
      viewerOf: (request) => viewerOf(db, local, request),
      holder: async (id) => {
        const account = await local.accounts.find(id);
        if (account === null || account.lockedAt !== null) return null;
        return { account: accountOf(account), grants: await grantsOf(db, id) };
      },
      note: local.audit.note,
    },
    signIn: {
      publicRoutes: (app, deps) => {
        for (const part of [signInPages, ssoPages, invitationPages]) part(local)(app, deps);
      },
      routes: (app, deps) => {
        for (const part of [sessionPages, settingsPages, accountsPages]) part(local)(app, deps);
        auditPage({ audit: local.audit, names: () => namesOf(local) })(app, deps);
      },
    },
    firstLink: async () =>
      (await local.accounts.administrators()).length > 0 ? null : local.invitations.make(null),
  };
}

async function viewerOf(
  db: IdentityDatabase,
  local: Local,
  request: Request,
): Promise<Viewer | null> {
  const cookie = request.headers.get('cookie') ?? '';
  if (!cookie.includes('zhenggai.session_token=')) return null;
  const headers = new Headers({ cookie });
  const found = await local.auth.api.getSession({ headers });
  if (found === null) return null;
  // Read with every request: what is locked or withdrawn is so at once.
  const account = await local.accounts.find(found.user.id);
  if (account === null || account.lockedAt !== null) return null;
  return {
    account: accountOf(account),
    grants: await grantsOf(db, account.id),
    language: account.language,
    csrf: local.csrfOf(found.session.token),
    only: null,
  };
}

async function namesOf({ accounts }: Local): Promise<ReadonlyMap<string, string>> {
  return new Map((await accounts.all()).map(({ id, name }) => [id, name]));
}
