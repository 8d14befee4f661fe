/** Where a message leads: to the one act that its person is to do now, by a link that signs them in for it; else to the plain page. */
import type { LinkTo } from '../../activities/links';
import type { Digest } from '../../domain/digest';
import { problemId } from '../../domain/ids';
import type { Wait } from '../../domain/schedule';
import type { Ledger } from '../../ledger';
import { linksOn, openIdentityDatabase, type Links } from '../../web';
import type { CliContext } from '../command';
import type { Closers } from '../up/closers';

/** What one touch can do; everything else takes words or files, and a session. */
const actByWait: Readonly<Partial<Record<Wait, string>>> = {
  acceptance: 'accept',
  review: 'approve',
  urge: 'acknowledge',
};

/** @param plain for whoever is only told, and where no single act is due */
export function linkToActs(
  ledger: Pick<Ledger, 'problems'>,
  { linkFor }: Pick<Links, 'linkFor'>,
  plain: LinkTo,
): LinkTo {
  return async (digest, item) => {
    const event = actByWait[item.wait];
    const { problem } = item;
    if (event === undefined || problem === null) return plain(digest, item);
    const workflow = problemId(digest.rectification, problem.seq);
    return (await isToAct(ledger, workflow, digest))
      ? linkFor({ workflow, event, person: digest.person.id })
      : plain(digest, item);
  };
}

async function isToAct(
  { problems }: Pick<Ledger, 'problems'>,
  workflow: string,
  { rectification, person }: Digest,
): Promise<boolean> {
  const acting = [{ person: person.id, rectifications: [rectification] }];
  return (await problems({ workflows: [workflow], acting })).length > 0;
}

/** For whoever has the ledger and the pages' secret. @param closers closes its connections */
export function linkingWith(
  { now }: Pick<CliContext, 'now'>,
  ledger: Ledger,
  secret: string,
  closers: Closers,
): (plain: LinkTo, webUrl: string) => LinkTo {
  return (plain, webUrl) => {
    const db = openIdentityDatabase(ledger.url);
    closers.add(() => db.destroy());
    return linkToActs(ledger, linksOn({ db, secret, baseUrl: webUrl, now }), plain);
  };
}
