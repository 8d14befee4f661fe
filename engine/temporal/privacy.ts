/**
 * What the workflows of a worker keep from the server's eyes, told to all of them in their bundle. What commands contain
 * depends on it, never which commands there are: a history written under other rules replays.
 */

export interface Privacy {
  /** The words of failures travel as payloads, which a codec can encrypt. */
  readonly encodeFailures: boolean;
  /** Search attributes that are written empty. */
  readonly hiddenAttributes: readonly string[];
}

const open: Privacy = { encodeFailures: false, hiddenAttributes: [] };

const place = '__ENGINE_PRIVACY__';

/** The rules of this worker. For code inside a bundle. */
export function privacy(): Privacy {
  return (globalThis as { readonly [place]?: Privacy })[place] ?? open;
}

/** The bundle with these rules. On its first line, so that lines of stack traces stay what they are. */
export function withPrivacy<Bundle extends { readonly code: string }>(
  bundle: Bundle,
  rules: Privacy,
): Bundle {
  return { ...bundle, code: `globalThis.${place} = ${JSON.stringify(rules)}; ${bundle.code}` };
}
