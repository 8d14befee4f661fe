/** Sign-in of the demonstration: one click a role, no passwords. Never where real people's data is. */
import { createHmac, randomBytes } from 'node:crypto';
import { setCookie, deleteCookie } from 'hono/cookie';
import { accountsWords } from '../../words/pages/accounts';
import { settingsWords } from '../../words/pages/settings';
import { signInWords } from '../../words/pages/sign-in';
import { clientAddress } from '../client-address';
import { pathOfOurs } from '../layout/notice';
import { notFound, page } from '../layout/respond';
import { fromHere, sameText } from '../security';
import type { Account, Grant, Viewer } from '../viewer';
import type { Part, WebContext, WebDeps } from '../web-env';
import type { Audit } from './audit';
import { auditPage } from './audit-page';
import { cookieIn } from '../cookie-in';
import { formFields } from './form-fields';
import type { Holder } from './identity';
import { backOf, keepLanguage, languageHere, languageIn, languageOf } from './language';
import { publicPage } from './public-page';
import type { SigningKind } from './signing';

export interface DemonstrationAccount {
  readonly account: Account;
  readonly grants: readonly Grant[];
  /** What this person does, shown on the button. */
  readonly title: string;
}

const cookie = 'zhenggai-demo';

/** @param accountsNow asked at each sign-in: the people of what has been received by then */
export function demonstrationIdentity(
  accountsNow: () => Promise<readonly DemonstrationAccount[]>,
  audit: Audit,
): SigningKind {
  // A session lasts as long as the process: it is a demonstration.
  const secret = randomBytes(32);
  const sealed = (id: string): string =>
    `${encodeURIComponent(id)}.${createHmac('sha256', secret).update(id).digest('base64url')}`;

  /** Null for what was not sealed here. */
  const unsealed = (value: string): string | null => {
    const id = idIn(value.slice(0, value.lastIndexOf('.')));
    return id !== null && sameText(value, sealed(id)) ? id : null;
  };

  const holder = async (id: string): Promise<Holder | null> =>
    (await accountsNow()).find(({ account }) => account.id === id) ?? null;

  const viewerOf = async (request: Request): Promise<Viewer | null> => {
    const id = unsealed(cookieIn(request, cookie));
    const found = id === null ? null : await holder(id);
    if (found === null) return null;
    const language = languageIn(request);
    const csrf = createHmac('sha256', secret)
      .update(`csrf ${found.account.id}`)
      .digest('base64url');
    return { account: found.account, grants: found.grants, language, csrf, only: null };
  };

  const publicRoutes: Part = (app, deps) => {
    app.get('/sign-in', async (c) => {
      const to = pathOfOurs(c.req.query('to'), '/');
      return showRoles(c, deps, await accountsNow(), to);
    });
    app.post('/sign-in', async (c) => {
      const { account, to } = await formFields(c, 'account', 'to');
      if (!fromHere(c) || !(await accountsNow()).some((each) => each.account.id === account))
        return c.redirect('/sign-in', 303);
      const secure = deps.settings.baseUrl.startsWith('https://');
      setCookie(c, cookie, sealed(account), {
        ...{ httpOnly: true, sameSite: 'Lax', path: '/', secure },
      });
      await audit.note({
        ...{ at: deps.now(), account, what: 'signedIn', subject: 'POST /sign-in' },
        ...{ detail: 'demonstration', address: clientAddress(c, deps) },
      });
      return c.redirect(pathOfOurs(to, '/'), 303);
    });
  };
  const routes: Part = (app, deps) => {
    sessionRoutes(app, deps);
    auditPage({ audit, names: async () => namesOf(await accountsNow()) })(app, deps);
    app.get('/accounts', async (c) => {
      const viewer = c.get('viewer');
      if (!viewer.account.administrator) return notFound(c, deps);
      return showAccounts(c, deps, await accountsNow());
    });
  };
  return {
    identity: { viewerOf, holder, note: audit.note },
    signIn: { publicRoutes, routes },
    firstLink: () => Promise.resolve(null),
  };
}

function idIn(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

function namesOf(accounts: readonly DemonstrationAccount[]): ReadonlyMap<string, string> {
  return new Map(accounts.map(({ account }) => [account.id, account.name]));
}

const sessionRoutes: Part = (app, deps) => {
  app.post('/sign-out', (c) => {
    deleteCookie(c, cookie, { path: '/' });
    return c.redirect('/sign-in', 303);
  });
  app.post('/language', async (c) => {
    keepLanguage(c, languageOf((await formFields(c, 'language')).language));
    return c.redirect(backOf(c), 303);
  });
  app.get('/settings', (c) => {
    const words = settingsWords[c.get('viewer').language];
    return page(c, deps, { title: words.title }, <p>{words.demonstration}</p>);
  });
};

function showRoles(
  c: WebContext,
  deps: WebDeps,
  accounts: readonly DemonstrationAccount[],
  to: string,
) {
  const words = signInWords[languageHere(c)];
  return publicPage(
    c,
    deps,
    { title: words.title },
    <>
      <p>{words.demonstration}</p>
      <form method="post" action="/sign-in" class="roles">
        <input type="hidden" name="to" value={to} />
        {accounts.map(({ account, title }) => (
          <button name="account" value={account.id}>
            <strong>{title}</strong>
            <span>{account.name}</span>
          </button>
        ))}
      </form>
    </>,
  );
}

function showAccounts(c: WebContext, deps: WebDeps, accounts: readonly DemonstrationAccount[]) {
  const words = accountsWords[c.get('viewer').language];
  return page(
    c,
    deps,
    { title: words.title },
    <>
      <p>{words.demonstration}</p>
      <p>
        <a href="/audit">{words.auditTitle}</a>
      </p>
      <ul>
        {accounts.map(({ account, title }) => (
          <li>{`${account.name} · ${title}`}</li>
        ))}
      </ul>
    </>,
  );
}
