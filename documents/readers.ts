// Which reader takes which file. Content decides before the extension; a new format is one more row.
import { decode } from './encoding';
import { contentsOfCsv, looksSeparated } from './formats/csv';
import { contentsOfDocx } from './formats/docx';
import { withFormsAsLines } from './formats/form-tables';
import { contentsOfHtml } from './formats/html';
import { oleKind } from './formats/ole';
import { damaged, encrypted, openZip } from './formats/open-zip';
import { contentsOfText } from './formats/text-tables';
import type { Read } from './formats/read';
import { textOf } from './formats/numbered-blocks';
import { contentsOfWorkbook } from './formats/xlsx';
import { feedbackFromFile } from './feedback-file';
import { ImportError } from './import-error';
import { warningAt, type ImportWarning } from './import-warning';
import type { ImportedFeedback } from './imported-feedback';
import type { Contents } from './contents';
import { feedbackFromReport } from './report-text';
import { feedbackFromGrids, looksLikeList } from './table';

export type Reader = (bytes: Uint8Array, name: string) => ImportedFeedback;

/** The reader for a file, by its first bytes, else by the text it holds, else by the extension of `name`. */
export function readerFor(bytes: Uint8Array, name: string): Reader {
  const marked = formats.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked.read;
  return (all) => {
    const { text, warnings } = decode(all);
    if (text.trim() === '') throw empty();
    return withWarnings(textReaderFor(text, name)(text, name), warnings);
  };
}

const notSupported =
  (format: string): Reader =>
  () => {
    throw new ImportError(
      'format-not-supported',
      `这是${format}文件，不能直接读取。请在原程序中“另存为” Word（.docx）、Excel（.xlsx）或纯文本（.txt，编码选 UTF-8）后再导入。`,
    );
  };

const formats: readonly { readonly magic: readonly number[]; readonly read: Reader }[] = [
  { magic: [0x50, 0x4b, 0x03, 0x04], read: readOffice },
  { magic: [0x50, 0x4b], read: () => cannotOpen() },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], read: readOldOffice },
  { magic: [0x25, 0x50, 0x44, 0x46], read: notSupported('PDF') },
  { magic: [0x7b, 0x5c, 0x72, 0x74, 0x66], read: notSupported('RTF') },
  { magic: [0xff, 0xd8, 0xff], read: notSupported('图片') },
  { magic: [0x89, 0x50, 0x4e, 0x47], read: notSupported('图片') },
];

function cannotOpen(): never {
  throw damaged();
}

/** What it is inside decides: a workbook that is called .docx is a workbook. */
function readOffice(bytes: Uint8Array, name: string): ImportedFeedback {
  const archive = openZip(bytes);
  const macros = [...archive.names].some((part) => part.endsWith('vbaProject.bin'));
  const warnings = macros ? [macrosIgnored] : [];
  if (archive.names.has('xl/workbook.xml') || archive.names.has('xl/workbook.bin'))
    return withWarnings(fromWorkbook(archive.inflated(), name), warnings);
  if (archive.names.has('word/document.xml'))
    return withWarnings(fromContents(contentsOfDocx(archive), name), warnings);
  return notSupported('压缩包，或不是 Word、Excel 的 Office ')(bytes, name);
}

const macrosIgnored = warningAt(null, 'macros-ignored', '文件带有宏，只读取了文字，宏没有运行');

function readOldOffice(bytes: Uint8Array, name: string): ImportedFeedback {
  switch (oleKind(bytes)) {
    case 'encrypted':
      throw encrypted();
    case 'workbook':
      return fromWorkbook(bytes, name);
    case 'word':
      return notSupported('旧版 Word（.doc）')(bytes, name);
    case 'other':
      return notSupported('旧版 Office ')(bytes, name);
  }
}

function fromWorkbook(bytes: Uint8Array, name: string): ImportedFeedback {
  const { value, warnings }: Read<Contents> = contentsOfWorkbook(bytes);
  return withWarnings(feedbackFromGrids(value, name), warnings);
}

/** A table with the headings of a list is one; all else is a report, its small tables and forms with it. */
function fromContents(all: Contents, name: string): ImportedFeedback {
  const contents = withFormsAsLines(all);
  return looksLikeList(contents)
    ? feedbackFromGrids(contents, name)
    : feedbackFromReport(textOf(contents));
}

type TextReader = (text: string, name: string) => ImportedFeedback;

function textReaderFor(text: string, name: string): TextReader {
  const row =
    textFormats.find(({ holds }) => holds(text)) ??
    textFormats.find(({ extension }) => extension.test(name));
  return row?.read ?? fromText;
}

/** A list of problems may stand in it as a table; else it is read as it runs. */
function fromText(text: string, name: string): ImportedFeedback {
  const contents = contentsOfText(text);
  return contents !== null && looksLikeList(contents)
    ? feedbackFromGrids(contents, name)
    : feedbackFromReport(text);
}

const textFormats: readonly {
  readonly extension: RegExp;
  readonly holds: (text: string) => boolean;
  readonly read: TextReader;
}[] = [
  {
    extension: /\.html?$/i,
    holds: (text) => /^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype html|html)\b/i.test(text.slice(0, 2000)),
    read: (text, name) => fromContents(contentsOfHtml(text), name),
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
  {
    extension: /\.(?:csv|tsv)$/i,
    holds: looksSeparated,
    read: (text, name) => feedbackFromGrids(contentsOfCsv(text, name), name),
  },
];

function empty(): ImportError {
  return new ImportError(
    'file-empty',
    '文件是空的，没有可以导入的内容。请检查是否选错了文件，或重新导出后再试。',
  );
}

function withWarnings(
  feedback: ImportedFeedback,
  warnings: readonly ImportWarning[],
): ImportedFeedback {
  return { ...feedback, warnings: [...warnings, ...feedback.warnings] };
}
