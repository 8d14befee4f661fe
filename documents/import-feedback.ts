// The front door for files: bytes and a name in, one plain data structure out.
import { decode } from './encoding';
import { ImportError } from './import-error';
import type { ImportedFeedback } from './imported-feedback';
import { readerFor, refuseForeignFormats } from './readers';

const largestFile = 20 * 1024 * 1024;

/**
 * Takes a file's bytes and its name (for the extension only); gives the feedback and every slip survived.
 * Public progress reports as text; a unit's own list as YAML or JSON.
 * @throws ImportError with place and remedy, in Chinese, where the file cannot be taken in.
 * @example
 * const feedback = importFeedback(readFileSync('通报.txt'), '通报.txt');
 */
export function importFeedback(bytes: Uint8Array, name: string): ImportedFeedback {
  if (bytes.length > largestFile) throw tooLarge(bytes.length);
  refuseForeignFormats(bytes);
  const { text, warnings } = decode(bytes);
  if (text.trim() === '') throw empty();
  const feedback = readerFor(text, name)(text);
  return { ...feedback, warnings: [...warnings, ...feedback.warnings] };
}

function tooLarge(size: number): ImportError {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return new ImportError(
    'file-too-large',
    `文件有 ${megabytes} MB，超过 20 MB 的上限。请拆成几份，或去掉图片等附件后只导入文字。`,
  );
}

function empty(): ImportError {
  return new ImportError(
    'file-empty',
    '文件是空的，没有可以导入的内容。请检查是否选错了文件，或重新导出后再试。',
  );
}
