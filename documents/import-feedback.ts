// The front door for files: bytes and a name in, one plain data structure out.
import { basename } from 'node:path';
import { ImportError } from './import-error';
import type { ImportedFeedback } from './imported-feedback';
import { readerFor } from './readers';

const largestFile = 20 * 1024 * 1024;

/**
 * Takes a file's bytes and its name (for messages, and its extension where the content does not say what it is); gives the
 * feedback, every slip survived and every question a person should settle. Lists of problems as Excel, Word, CSV, YAML or JSON;
 * public progress reports as Word, web page or text.
 * @throws ImportError with place and remedy, in Chinese, where the file cannot be taken in.
 * @example
 * const feedback = importFeedback(readFileSync('清单.xlsx'), '清单.xlsx');
 */
export function importFeedback(bytes: Uint8Array, name: string): ImportedFeedback {
  if (bytes.length > largestFile) throw tooLarge(bytes.length);
  if (bytes.length === 0) throw empty();
  return readerFor(bytes, name)(bytes, basename(name));
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
