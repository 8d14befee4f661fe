/** Names of files as people gave them, made harmless. Chinese stays as it is. */

/** UTF-16 units, as the workflow's field counts them. */
const longest = 200;
/** Bytes of a name that every usual file system takes. */
const longestOnDisk = 240;

/** Without folders, control characters and those that turn the direction of writing; at most 200 characters, its extension kept. */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[. ]+$/, '');
  return shortened(clean, (name) => name.length <= longest);
}

/** Lower case, with its dot; empty where there is none. */
export function extensionOf(name: string): string {
  return /^.*[^.](\.[^.\s]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * The name under which a file is written for people, on any system.
 *
 * @param copy from 2 on tells files of one name apart: `合同 (2).pdf`
 */
export function nameOnDisk(given: string, copy = 1): string {
  const harmless = cleanName(given)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^\./, '_');
  const name = harmless === '' ? '_' : harmless;
  const { stem, extension } = split(name);
  const mark = copy === 1 ? '' : ` (${copy})`;
  const room = longestOnDisk - Buffer.byteLength(mark);
  const short = shortened(stem + extension, (each) => Buffer.byteLength(each) <= room);
  return mark === '' ? short : split(short).stem + mark + extension;
}

function split(name: string): { readonly stem: string; readonly extension: string } {
  const { length } = extensionOf(name);
  return { stem: name.slice(0, name.length - length), extension: name.slice(name.length - length) };
}

/** What does not fit is taken from the end of what stands before the extension, by whole characters. */
function shortened(name: string, fits: (name: string) => boolean): string {
  if (fits(name)) return name;
  const { stem, extension } = split(name);
  const kept = extension.length > 10 ? '' : extension;
  const characters = [...(kept === '' ? name : stem)];
  while (characters.length > 0 && !fits(characters.join('') + kept)) characters.pop();
  return characters.join('') + kept;
}
