/** Any kind of identity, and links of messages beside it: a whole session goes before a link. */
import type { Signing, SigningKind } from '../identity/signing';
import { linkPages, type Linking } from './link-pages';
import { linkTokenIn } from './link-cookie';
import { linksOn } from './links';
import { viewerByLink } from './link-viewer';

export function withLinks(signing: SigningKind, linking: Linking): Signing {
  const links = linksOn(linking);
  const { viewerOf } = signing.identity;
  return {
    ...signing,
    identity: {
      ...signing.identity,
      viewerOf: async (request) => {
        const viewer = await viewerOf(request);
        const token = linkTokenIn(request);
        if (viewer !== null || token === null) return viewer;
        const link = await links.find(token);
        return typeof link === 'string' ? null : viewerByLink(linking, link, request);
      },
      links: { claim: links.claim, settle: links.settle },
    },
    signIn: {
      ...signing.signIn,
      publicRoutes: (app, deps) => {
        linkPages({ ...linking, links, sessionOf: viewerOf })(app, deps);
        signing.signIn.publicRoutes(app, deps);
      },
    },
  };
}
