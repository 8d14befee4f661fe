// Which reader takes which file. Content decides before the extension; a new format is one more row.
import { feedbackFromFile } from './feedback-file';
import { ImportError } from './import-error';
import type { ImportedFeedback } from './imported-feedback';
import { feedbackFromReport } from './report-text';

export type TextReader = (text: string) => ImportedFeedback;

/** Refuses by their first bytes the formats this version does not read; text passes. */
export function refuseForeignFormats(bytes: Uint8Array): void {
  const format = foreign.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
  if (format !== undefined) throw notSupported(format.name);
}

/** The reader for a text, by what it holds, else by the extension of `name`. */
export function readerFor(text: string, name: string): TextReader {
  const row =
    readers.find(({ holds }) => holds(text)) ??
    readers.find(({ extension }) => extension.test(name));
  return row?.read ?? feedbackFromReport;
}

interface TextFormat {
  readonly extension: RegExp;
  readonly holds: (text: string) => boolean;
  readonly read: TextReader;
}

const readers: readonly TextFormat[] = [
  {
    extension: /\.html?$/i,
    holds: (text) => /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 500)),
    read: refuseHtml,
  },
  {
    extension: /\.json$/i,
    holds: (text) => /^\uFEFF?\s*[{[]\s*["}\]{]/.test(text.slice(0, 500)),
    read: feedbackFromFile,
  },
  {
    extension: /\.ya?ml$/i,
    holds: (text) => /^(?:unit|problems|feedbackOn|inspectedBy)[ \t]*:/m.test(text.slice(0, 5000)),
    read: feedbackFromFile,
  },
];

const foreign: readonly { readonly name: string; readonly magic: readonly number[] }[] = [
  { name: 'Word（.docx）或 Excel（.xlsx）', magic: [0x50, 0x4b, 0x03, 0x04] },
  { name: '旧版 Word（.doc）或 Excel（.xls）', magic: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'PDF', magic: [0x25, 0x50, 0x44, 0x46] },
  { name: 'RTF', magic: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

function refuseHtml(): never {
  throw notSupported('网页（HTML）');
}

function notSupported(format: string): ImportError {
  return new ImportError(
    'format-not-supported',
    `这是${format}文件，本版本只读取纯文本、YAML 和 JSON。请在原程序中“另存为”纯文本（.txt，编码选 UTF-8），或复制正文粘贴到文本文件后再导入。`,
  );
}
