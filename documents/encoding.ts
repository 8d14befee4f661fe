// Bytes into text: UTF-8, UTF-16 by its mark, else the Chinese national encoding. Binary is refused.
import { ImportError } from './import-error';
import { warningAt, type ImportWarning } from './import-warning';

export interface DecodedText {
  readonly text: string;
  readonly warnings: readonly ImportWarning[];
}

export function decode(bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), warnings: [] };
  if (looksBinary(bytes)) throw binary();
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, warnings: [] };
  const national = decodeStrictly(bytes, 'gb18030');
  if (national === null) throw binary();
  return {
    text: national,
    warnings: [
      warningAt(
        null,
        'encoding-gb18030',
        '文件不是 UTF-8 编码，已按 GBK（GB18030）读取；如有乱码，请另存为 UTF-8 后重新导入',
      ),
    ],
  };
}

function markedEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Text holds no NUL and next to no control characters. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  const control = sample.filter(
    (byte) => byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a].includes(byte),
  ).length;
  return sample.includes(0) || control * 50 > sample.length;
}

function binary(): ImportError {
  return new ImportError(
    'file-binary',
    '文件开头不是文字内容（可能是图片、压缩包或损坏的文件）。请另存为纯文本（.txt，UTF-8）、YAML 或 JSON 后再导入。',
  );
}
