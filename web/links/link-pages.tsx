/** `/link/<secret>`: leads to the form of its act. Shown as often as one likes; the act uses it up. */
import { linkWords } from '../../words/pages/links';
import type { Ledger } from '../../ledger';
import { clientAddress } from '../client-address';
import type { Audit } from '../identity/audit';
import type { IdentityDatabase } from '../identity/database';
import { languageHere } from '../identity/language';
import { publicPage } from '../identity/public-page';
import type { Viewer } from '../viewer';
import type { Part, WebContext, WebDeps } from '../web-env';
import { dropLinkToken, keepLinkToken } from './link-cookie';
import { linkPath, type LinkFault, type Links } from './links';
import { viewerByLink } from './link-viewer';

export interface Linking {
  readonly db: IdentityDatabase;
  readonly audit: Audit;
  readonly ledger: Pick<Ledger, 'rectifications' | 'people'>;
  readonly secret: string;
  readonly baseUrl: string;
  readonly now: () => string;
}

interface LinkPages extends Linking {
  readonly links: Links;
  /** Who is signed in without the link. */
  readonly sessionOf: (request: Request) => Promise<Viewer | null>;
}

type Refusal = LinkFault | 'revoked' | 'another';

export function linkPages(given: LinkPages): Part {
  return (app, deps) => {
    app.get(`${linkPath}/:token`, async (c) => {
      const token = c.req.param('token');
      const link = await given.links.find(token);
      if (typeof link === 'string') return refuse(c, deps, given, link, null);
      const byLink = await viewerByLink(given, link, c.req.raw);
      if (byLink === null) return refuse(c, deps, given, 'revoked', link.workflow);
      const session = await given.sessionOf(c.req.raw);
      if (session !== null && !isSame(session, byLink))
        return refuse(c, deps, given, 'another', link.workflow, session);
      if (session === null) keepLinkToken(c, deps, token);
      const target = encodeURIComponent(link.workflow);
      return c.redirect(`/act/${encodeURIComponent(link.event)}?target=${target}`, 303);
    });
  };
}

/** Signed in as the very person that the link was sent to: the session does, and the link is not needed. */
function isSame({ grants }: Viewer, { grants: [linked] }: Viewer): boolean {
  return grants.some(({ unit, person }) => unit === linked?.unit && person === linked.person);
}

async function refuse(
  c: WebContext,
  deps: WebDeps,
  { audit }: LinkPages,
  why: Refusal,
  workflow: string | null,
  session: Viewer | null = null,
) {
  dropLinkToken(c);
  await audit.note({
    ...{ at: deps.now(), account: session?.account.id ?? null, what: 'refused' },
    ...{ subject: `link ${workflow ?? ''}`.trim(), detail: why, address: clientAddress(c, deps) },
  });
  const words = linkWords[session?.language ?? languageHere(c)];
  return publicPage(
    c,
    deps,
    { title: words.title, status: why === 'another' ? 403 : 410 },
    <>
      <p>{words.faults[why]}</p>
      <p>
        <a class="button" href="/">
          {words.signIn}
        </a>
      </p>
    </>,
  );
}
