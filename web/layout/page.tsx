/** The frame of every page. */
import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import type { Language } from '../../words/catalogue';
import { shellWords } from '../../words/pages/shell';
import type { Viewer } from '../viewer';
import { assetPath } from '../assets/assets';
import { navOf } from './nav';

interface PageProps {
  readonly title: string;
  /** Null for pages that are seen without a sign-in. */
  readonly viewer: Viewer | null;
  readonly language: Language;
  /** The path that is shown, for the menu. */
  readonly path: string;
  readonly demonstration: boolean;
  /** Scripts of this page's own, names of `assets.ts`. */
  readonly scripts?: readonly string[];
  readonly children?: Child;
}

export const Page: FC<PageProps> = (props) => {
  const { title, viewer, language, demonstration, scripts = [], children } = props;
  const words = shellWords[language];
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="htmx-config" content={htmxConfig} />
          <title>{`${title} · ${words.product}`}</title>
          <link rel="icon" href={assetPath('icon.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={assetPath('site.css')} />
          {['htmx.js', 'htmx-sse.js', 'site.js', ...scripts].map((name) => (
            <script src={assetPath(name)} defer />
          ))}
        </head>
        <body {...(viewer === null ? {} : live(viewer))}>
          <a class="skip" href="#main">
            {words.skip}
          </a>
          {demonstration ? <aside class="demonstration">{words.demonstration}</aside> : null}
          <Top {...props} />
          <main id="main" tabindex={-1}>
            <h1>{title}</h1>
            {children}
          </main>
        </body>
      </html>
    </>
  );
};

/** No `eval` and no style of its own: the security policy allows neither. */
const htmxConfig = JSON.stringify({
  allowEval: false,
  includeIndicatorStyles: false,
  historyCacheSize: 0,
  selfRequestsOnly: true,
});

function live({ csrf, only }: Viewer) {
  if (only !== null) return {};
  return {
    'hx-ext': 'sse',
    // What changes from now on is told, also when it is listened to only later.
    'sse-connect': `/live?since=${Date.now()}`,
    'hx-headers': JSON.stringify({ 'x-csrf-token': csrf }),
  };
}

const Top: FC<PageProps> = ({ viewer, language, path }) => {
  const words = shellWords[language];
  return (
    <header class="top">
      <a class="brand" href="/">
        {words.product}
      </a>
      {viewer === null ? (
        <a class="account" href="/sign-in">
          {words.signIn}
        </a>
      ) : (
        <Menu viewer={viewer} language={language} path={path} />
      )}
    </header>
  );
};

const Menu: FC<{ viewer: Viewer; language: Language; path: string }> = ({
  viewer,
  language,
  path,
}) => {
  const words = shellWords[language];
  const items = navOf(viewer);
  return (
    <>
      {items.length === 0 ? null : (
        <details class="menu">
          <summary>{words.menu}</summary>
          <nav aria-label={words.menu}>
            {items.map(({ name, href }) => (
              <a href={href} {...(path.startsWith(href) ? { 'aria-current': 'page' } : {})}>
                {words.nav[name]}
              </a>
            ))}
          </nav>
        </details>
      )}
      <div class="account">
        {viewer.only === null ? (
          <a href="/settings" title={words.settings}>
            {viewer.account.name}
          </a>
        ) : (
          <span>{viewer.account.name}</span>
        )}
        <form method="post" action="/language">
          <Csrf viewer={viewer} />
          <button class="quiet" name="language" value={language === 'zh' ? 'en' : 'zh'}>
            {words.otherLanguage}
          </button>
        </form>
        <form method="post" action="/sign-out">
          <Csrf viewer={viewer} />
          <button class="quiet">{words.signOut}</button>
        </form>
      </div>
    </>
  );
};

/** In every form that changes something. */
export const Csrf: FC<{ viewer: Viewer }> = ({ viewer }) => (
  <input type="hidden" name="csrf" value={viewer.csrf} />
);
