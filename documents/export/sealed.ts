// The last step of every file out: the same content gives the same bytes, whoever zipped it, when and where.
import { strToU8, unzipSync, zipSync } from 'fflate';

/** Takes a zip and the files to replace or add, by path; gives it with sorted entries and one fixed time. */
export function sealed(
  archive: Uint8Array,
  replacing: Readonly<Record<string, string>>,
): Uint8Array {
  const files = { ...unzipSync(archive), ...textFiles(replacing) };
  const names = Object.keys(files)
    .filter((name) => !name.endsWith('/'))
    .sort(byPlace);
  const sorted = Object.fromEntries(names.map((name) => [name, files[name] ?? new Uint8Array()]));
  return zipSync(sorted, { level: 6, mtime: noon1980 });
}

/** Without a zone: zips hold local time, and this is the same local time in every zone. */
const noon1980 = '1980-01-01T12:00:00';

const contentTypes = '[Content_Types].xml';

/** The list of content types first, as Office writes it. */
function byPlace(a: string, b: string): number {
  if (a === contentTypes || b === contentTypes) return a === contentTypes ? -1 : 1;
  return a < b ? -1 : 1;
}

function textFiles(texts: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
}
