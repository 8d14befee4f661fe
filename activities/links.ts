/** Where a person sees an item of a digest in a browser and does their part. The only place that makes these addresses. */
import type { Digest, DigestItem } from '../domain/digest';

/** By the item's key. */
export type Links = ReadonlyMap<string, string>;

/** The address for this person and item; null where there is none. It may differ each time it is asked for. */
export type LinkTo = (digest: Digest, item: DigestItem) => Promise<string | null>;

/** Thrown at start when the pages' address cannot be used. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

/** Where no pages are known. */
export const noLinkTo: LinkTo = () => Promise.resolve(null);

/**
 * Where people reach the pages, for all who make addresses of it. The pages lie at the root.
 *
 * @param given e.g. `https://zhenggai.example.org`
 * @returns the same without a slash at the end
 * @throws LinkError
 */
export function addressOfPages(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  const isPlain = url !== null && `${url.origin}/` === url.href && !/[?#]/.test(given);
  if (!isPlain || !/^https?:$/.test(url.protocol))
    throw new LinkError('网页地址应如 https://zhenggai.example.org，不带路径、参数、用户和密码');
  return url.origin;
}

/**
 * Plain addresses of the pages, where people sign in themselves.
 *
 * @param base e.g. `https://zhenggai.example.org`
 * @throws LinkError
 */
export function createLinkTo(base: string): LinkTo {
  const start = addressOfPages(base);
  return ({ rectification }, { problem }) => {
    const id = encodeURIComponent(rectification);
    const path = problem === null ? `rectifications/${id}` : `problems/${id}/${problem.seq}`;
    return Promise.resolve(`${start}/${path}`);
  };
}

/** All of a digest's at once. */
export async function linksOf(digest: Digest, linkTo: LinkTo): Promise<Links> {
  const pairs = await Promise.all(
    digest.items.map(async (item) => [item.key, await linkTo(digest, item)] as const),
  );
  return new Map(pairs.flatMap(([key, link]) => (link === null ? [] : [[key, link]])));
}
