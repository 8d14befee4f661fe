/**
 * Which files are taken as evidence, told by their extension and by how their content begins. Programs, scripts and web pages
 * are none of them; what a zip holds is not looked into.
 */
import { extensionOf } from './file-name';

/** Bytes from the beginning by which a file is known. */
export const headBytes = 4096;

type Looks = (head: Buffer) => boolean;

interface FileType {
  readonly type: string;
  readonly looks: Looks;
}

const beginsWith =
  (hex: string): Looks =>
  (head) =>
    head.subarray(0, hex.length / 2).toString('hex') === hex;
const either =
  (...kinds: readonly Looks[]): Looks =>
  (head) =>
    kinds.some((looks) => looks(head));

/** PKZIP; the second is that of an empty one. */
const zip = either(beginsWith('504b0304'), beginsWith('504b0506'));
/** Microsoft's compound file: Office to 2003, WPS. */
const compound = beginsWith('d0cf11e0a1b11ae1');
const rtf: Looks = (head) => head.subarray(0, 5).toString('latin1') === '{\\rtf';
const pdf: Looks = (head) => head.subarray(0, 1024).includes('%PDF-');
const brand = (head: Buffer): string =>
  head.subarray(4, 8).toString('latin1') === 'ftyp' ? head.subarray(8, 12).toString('latin1') : '';
const stillBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const heic: Looks = (head) => stillBrands.includes(brand(head));
const mp4: Looks = (head) => brand(head) !== '' && !heic(head);

/** Of whatever encoding: no control characters but those of a text, and it does not call an interpreter. */
const text: Looks = (head) => {
  const begin = head.subarray(0, 2).toString('hex');
  if (begin === 'fffe' || begin === 'feff') return true;
  return begin !== '2321' && !head.some((byte) => byte < 0x20 && !textControls.has(byte));
};
/** Tab, line feed, form feed, carriage return, DOS's end of file, escape (of ISO-2022 encodings). */
const textControls: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b]);

const office = 'application/vnd.openxmlformats-officedocument';
const fileTypes: Readonly<Record<string, FileType>> = {
  '.pdf': { type: 'application/pdf', looks: pdf },
  '.ofd': { type: 'application/ofd', looks: zip },
  '.doc': { type: 'application/msword', looks: either(compound, rtf) },
  '.docx': { type: `${office}.wordprocessingml.document`, looks: zip },
  '.xls': { type: 'application/vnd.ms-excel', looks: compound },
  '.xlsx': { type: `${office}.spreadsheetml.sheet`, looks: zip },
  '.ppt': { type: 'application/vnd.ms-powerpoint', looks: compound },
  '.pptx': { type: `${office}.presentationml.presentation`, looks: zip },
  '.wps': { type: 'application/vnd.ms-works', looks: either(compound, zip) },
  '.et': { type: 'application/vnd.wps-et', looks: either(compound, zip) },
  '.dps': { type: 'application/vnd.wps-dps', looks: either(compound, zip) },
  '.txt': { type: 'text/plain', looks: text },
  '.csv': { type: 'text/csv', looks: text },
  '.jpg': { type: 'image/jpeg', looks: beginsWith('ffd8ff') },
  '.jpeg': { type: 'image/jpeg', looks: beginsWith('ffd8ff') },
  '.png': { type: 'image/png', looks: beginsWith('89504e470d0a1a0a') },
  '.heic': { type: 'image/heic', looks: heic },
  '.mp4': { type: 'video/mp4', looks: mp4 },
  '.zip': { type: 'application/zip', looks: zip },
};

/** The extensions that are taken, with their dots. */
export const extensionsTaken: readonly string[] = Object.keys(fileTypes);

/** What a file of this name should be; null for one that is not taken. */
export function fileTypeOf(name: string): FileType | null {
  const extension = extensionOf(name);
  return Object.hasOwn(fileTypes, extension) ? (fileTypes[extension] ?? null) : null;
}
