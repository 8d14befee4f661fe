/** Takes secrets out of what another system said: it may repeat what it was sent, and its words end in records and on screens. */

export type Redact = (text: string) => string;

const longest = 200;

/**
 * One line of at most 200 characters, without any of the secrets or a part of a URL that holds one.
 *
 * @param secrets keys, tokens, whole URLs; those shorter than 4 characters would take words for secrets and are left out
 */
export function createRedaction(secrets: readonly string[]): Redact {
  const hidden = [...new Set(secrets.flatMap(partsOf))]
    .filter((each) => each.length >= 4)
    .sort((one, other) => other.length - one.length);
  return (text) => {
    const plain = hidden.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
    const line = plain.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    return line.length > longest ? `${line.slice(0, longest)}…` : line;
  };
}

/** A URL's path and parameters are what lets one post to a robot. */
function partsOf(secret: string): readonly string[] {
  if (!URL.canParse(secret)) return [secret, encodeURIComponent(secret)];
  const { pathname, search, searchParams, username, password } = new URL(secret);
  const token = pathname.split('/').at(-1) ?? '';
  const last = token.length >= 16 ? [token] : [];
  return [
    secret,
    `${pathname}${search}`,
    search,
    ...searchParams.values(),
    ...last,
    username,
    password,
  ];
}
