/** What of some texts can be read in files as they lie on the disk: as they are, in base64, or compressed. */
import { existsSync, readFileSync } from 'node:fs';
import { constants, inflateRawSync } from 'node:zlib';

/** The texts that are in any of the files, in any of the forms. */
export function readableIn(files: readonly string[], texts: readonly string[]): readonly string[] {
  const dump = Buffer.concat(files.filter(existsSync).map((file) => readFileSync(file)));
  const unpacked = Buffer.concat(compressedIn(dump));
  return texts.filter((text) =>
    formsOf(text).some((form) => dump.includes(form) || unpacked.includes(form)),
  );
}

/** As UTF-8, escaped as JSON, and as base64 in each of the three ways a text may lie in it. */
function formsOf(text: string): readonly Buffer[] {
  const escaped = text.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((shift) => {
    const inside = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // What stands at both ends depends on the neighbours.
    return inside.slice(shift === 0 ? 0 : 4, -4);
  });
  return [bytes, Buffer.from(escaped), ...base64.map((each) => Buffer.from(each))];
}

/** Whatever begins as gzip does and unpacks, its end missing or not. */
function compressedIn(dump: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  const magic = Buffer.from([0x1f, 0x8b, 0x08]);
  for (let at = dump.indexOf(magic); at !== -1; at = dump.indexOf(magic, at + 1))
    found.push(inflated(dump.subarray(at + 10, at + 2_000_000)));
  return found;
}

function inflated(data: Buffer): Buffer {
  try {
    return inflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}
