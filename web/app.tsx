/** The pages as one application: what is open to all, then a sign-in, then the parts. */
import { setMaxListeners } from 'node:events';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { NoWorkerAnswers, ServerUnreachable } from '../client';
import { serveAssets } from './assets/assets';
import { observeRequests } from './health/observe';
import { languageHere } from './identity/language';
import { publicPage } from './identity/public-page';
import { recordRefusals, refused } from './layout/refused';
import { notFound } from './layout/respond';
import { onlyTheAct } from './links/one-act';
import { Page } from './layout/page';
import { limitAccounts, limitAddresses } from './limits/limit-writes';
import { createLimits } from './limits/limits';
import { live } from './live/live';
import { parts, publicParts } from './parts';
import { fromOurPages, headers } from './security';
import type { WebApp, WebContext, WebDeps, WebEnv } from './web-env';
import { shellWords } from '../words/pages/shell';

const megabyte = 1024 * 1024;
/** All of an upload and its form, MB. */
const largest = 210;

export function createApp(deps: WebDeps): WebApp {
  const app = new Hono<WebEnv>();
  // Each page that waits for changes waits for this too.
  setMaxListeners(0, deps.stopping);
  app.use(observeRequests(deps));
  app.use(headers);
  serveAssets(app);
  app.use(limitAddresses(deps, createLimits(deps.settings.writesPerMinute)));
  app.use(
    bodyLimit({ maxSize: largest * megabyte, onError: (c: WebContext) => tooLarge(c, deps) }),
  );
  for (const part of publicParts) part(app, deps);
  deps.signIn.publicRoutes(app, deps);
  app.use(async (c, next) => {
    const viewer = await deps.identity.viewerOf(c.req.raw);
    if (viewer === null) return toSignIn(c);
    c.set('viewer', viewer);
    c.header('cache-control', 'no-store');
    return next();
  });
  app.use(recordRefusals(deps));
  app.use(
    fromOurPages((c) => refused(c, deps, shellWords[c.get('viewer').language].forged, 'forged')),
  );
  app.use(limitAccounts(deps));
  app.use(onlyTheAct(deps));
  live(app, deps);
  deps.signIn.routes(app, deps);
  for (const part of parts) part(app, deps);
  app.notFound((c) => (hasViewer(c) ? notFound(c, deps) : c.text('404', 404)));
  app.onError((error, c) => failed(error, c, deps));
  return app;
}

function hasViewer(c: WebContext): boolean {
  return (c.get('viewer') as unknown) !== undefined;
}

/** A page goes on to where it was asked for; a part of a page and a form say that nobody is signed in. */
function toSignIn(c: WebContext): Response | Promise<Response> {
  const isPart = c.req.header('hx-request') !== undefined;
  if (c.req.method !== 'GET' || isPart || !(c.req.header('accept') ?? '*/*').match(/html|\*\/\*/)) {
    c.header('hx-redirect', '/sign-in');
    return c.text('', 401);
  }
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, 303);
}

function tooLarge(c: WebContext, deps: WebDeps) {
  const words = shellWords[languageHere(c)];
  const hint = <p>{words.tooLargeHint(largest)}</p>;
  return publicPage(c, deps, { title: words.tooLarge, status: 413 }, hint);
}

function failed(error: Error, c: WebContext, { log, settings }: WebDeps) {
  const requestId = c.get('requestId');
  const isAway = error instanceof ServerUnreachable || error instanceof NoWorkerAnswers;
  log(isAway ? 'away' : 'failed', {
    requestId,
    path: c.req.path,
    error: error.stack ?? error.message,
  });
  const viewer = hasViewer(c) ? c.get('viewer') : null;
  const language = viewer?.language ?? 'zh';
  const words = shellWords[language];
  return c.html(
    <Page
      {...{ viewer, language, path: c.req.path, title: words.failed }}
      demonstration={settings.demonstration}
    >
      <p>{isAway ? words.away : words.failedHint(requestId)}</p>
    </Page>,
    isAway ? 503 : 500,
  );
}
