/** Sign-in of the demonstration: one click a role, no passwords. Never where real people's data is. */
import { createHmac, randomBytes } from 'node:crypto';
import { getCookie, setCookie, deleteCookie } from 'hono/cookie';
import { Page } from '../layout/page';
import { sameText } from '../security';
import type { Account, Grant, Viewer } from '../viewer';
import type { Part, SignIn, WebContext } from '../web-env';
import { languages, type Language } from '../../words/catalogue';
import { signInWords } from '../../words/pages/sign-in';
import type { AuditEntry, Identity } from './identity';

export interface DemonstrationAccount {
  readonly account: Account;
  readonly grants: readonly Grant[];
  /** What this person does, shown on the button. */
  readonly title: string;
}

const cookie = 'zhenggai-demo';
const languageCookie = 'zhenggai-language';

/** @param accountsNow asked at each sign-in: the people of what has been received by then */
export function demonstrationIdentity(
  accountsNow: () => Promise<readonly DemonstrationAccount[]>,
  note: (entry: AuditEntry) => Promise<void> = () => Promise.resolve(),
): { readonly identity: Identity; readonly signIn: SignIn } {
  // A session lasts as long as the process: it is a demonstration.
  const secret = randomBytes(32);
  const sealed = (id: string): string =>
    `${encodeURIComponent(id)}.${createHmac('sha256', secret).update(id).digest('base64url')}`;

  const viewerOf = async (request: Request): Promise<Viewer | null> => {
    const value = cookieOf(request, cookie);
    const id = decodeURIComponent(value.split('.')[0] ?? '');
    if (id === '' || !sameText(value, sealed(id))) return null;
    const found = (await accountsNow()).find(({ account }) => account.id === id);
    if (found === undefined) return null;
    const language = languageOf(cookieOf(request, languageCookie));
    const csrf = createHmac('sha256', secret).update(`csrf ${id}`).digest('base64url');
    return { account: found.account, grants: found.grants, language, csrf, only: null };
  };

  const grantsOf = async (id: string): Promise<readonly Grant[] | null> =>
    (await accountsNow()).find(({ account }) => account.id === id)?.grants ?? null;

  const publicRoutes: Part = (app) => {
    app.get('/sign-in', async (c) => {
      const language = languageOf(getCookie(c, languageCookie) ?? 'zh');
      return c.html(
        <SignInPage
          accounts={await accountsNow()}
          to={targetOf(c.req.query('to'))}
          language={language}
        />,
      );
    });
    app.post('/sign-in', async (c) => {
      const { account = '', to = '' } = await c.req.parseBody<Record<string, string>>();
      if (!(await accountsNow()).some((each) => each.account.id === account))
        return c.redirect('/sign-in', 303);
      setCookie(c, cookie, sealed(account), { httpOnly: true, sameSite: 'Lax', path: '/' });
      return c.redirect(targetOf(to), 303);
    });
  };
  return {
    identity: { viewerOf, grantsOf, note },
    signIn: { publicRoutes, routes: sessionRoutes },
  };
}

const sessionRoutes: Part = (app) => {
  app.post('/sign-out', (c) => {
    deleteCookie(c, cookie, { path: '/' });
    return c.redirect('/sign-in', 303);
  });
  app.post('/language', async (c) => {
    const { language = '' } = await c.req.parseBody<Record<string, string>>();
    setCookie(c, languageCookie, languageOf(language), { sameSite: 'Lax', path: '/' });
    return c.redirect(backOf(c), 303);
  });
};

/** To the page that was shown; only ever to one of ours. */
function backOf(c: WebContext): string {
  const referrer = c.req.header('referer') ?? '';
  const url = URL.canParse(referrer) ? new URL(referrer) : null;
  return url === null ? '/' : targetOf(`${url.pathname}${url.search}`);
}

/** A path of ours: `//elsewhere` and `/\elsewhere` are other machines to a browser. */
function targetOf(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/';
}

function languageOf(word: string): Language {
  return languages.find((language) => language === word) ?? 'zh';
}

function cookieOf(request: Request, name: string): string {
  const found = (request.headers.get('cookie') ?? '')
    .split(/; */)
    .find((each) => each.startsWith(`${name}=`));
  return decodeURIComponent(found?.slice(name.length + 1) ?? '');
}

function SignInPage({
  accounts,
  to,
  language,
}: {
  readonly accounts: readonly DemonstrationAccount[];
  readonly to: string;
  readonly language: Language;
}) {
  const words = signInWords[language];
  return (
    <Page title={words.title} viewer={null} language={language} path="/sign-in" demonstration>
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
    </Page>
  );
}
