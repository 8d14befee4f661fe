/** Who came by a link does its one act, sees the problem it is about, and nothing else: whatever the pages offer. */
import type { MiddlewareHandler } from 'hono';
import { linkWords } from '../../words/pages/links';
import { clientAddress } from '../client-address';
import { refused } from '../layout/refused';
import type { OneAct } from '../viewer';
import type { WebContext, WebDeps, WebEnv } from '../web-env';
import { answersTo } from './answers';
import { dropLinkToken } from './link-cookie';

/** @param path without the search */
export function isOfTheAct({ workflow, event }: OneAct, method: string, path: string): boolean {
  const acts = answersTo(event).map((each) => `/act/${encodeURIComponent(each)}`);
  const problem = `/problems/${workflow.split('/').slice(1).map(encodeURIComponent).join('/')}`;
  if (method === 'POST') return [...acts, '/language'].includes(path);
  // Files say for themselves by which problem's lines they may be read.
  const isFile = path.startsWith('/evidence/');
  const isAct = acts.some((act) => path === act || path === `${act}/row`);
  return isAct || isFile || path === problem || path.startsWith(`${problem}/`);
}

export function onlyTheAct(deps: WebDeps): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { only, language } = c.get('viewer');
    if (only === null) return next();
    if (c.req.path === '/sign-out' && c.req.method === 'POST') {
      dropLinkToken(c);
      return c.redirect('/sign-in', 303);
    }
    if (!isOfTheAct(only, c.req.method, c.req.path))
      return refused(c, deps, linkWords[language].onlyThis, 'onlyThis');
    return c.req.method === 'POST' && c.req.path.startsWith('/act/')
      ? once(c, deps, only, next)
      : next();
  };
}

/** The link is taken before and given back where nothing was done: two at once do not both act. */
async function once(
  c: WebContext,
  deps: WebDeps,
  { link, workflow }: OneAct,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  const { links } = deps.identity;
  if (!(await links.claim(link)))
    return refused(c, deps, linkWords[c.get('viewer').language].usedUp, 'linkUsed');
  let isDone = false;
  try {
    await next();
    isDone = c.error === undefined && c.res.status < 400;
  } finally {
    await links.settle(link, isDone);
  }
  if (isDone)
    await deps.identity.note({
      ...{ at: deps.now(), account: c.get('viewer').account.id, what: 'linkUsed' },
      ...{
        subject: `${c.req.path.slice('/act/'.length)} ${workflow}`,
        detail: '',
        address: clientAddress(c, deps),
      },
    });
  return undefined;
}
