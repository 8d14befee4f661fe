// Office files are zip archives. What is in one is looked at before anything is inflated: nothing here trusts a file.
import { strFromU8, unzipSync, zipSync, type UnzipFileInfo } from 'fflate';
import { ImportError } from '../import-error';

export interface Archive {
  /** Names of its parts. */
  readonly names: ReadonlySet<string>;
  /** A part as text; null when it is not there. @throws ImportError when it is damaged */
  readonly text: (name: string) => string | null;
  /** The same parts, inflated: for a library that might never come back from a damaged archive. @throws ImportError */
  readonly inflated: () => Uint8Array;
}

const most = { parts: 5000, partBytes: 128 * 1024 * 1024, bytes: 256 * 1024 * 1024 } as const;

/** A text of office XML shrinks to a tenth, blank sheets to a hundredth; nothing honest to less than this. */
const mostRatio = 1000;

/**
 * @param bytes begin with a zip's mark
 * @throws ImportError when it is cut off, damaged, encrypted, or inflates to more than an office file does
 */
export function openZip(bytes: Uint8Array): Archive {
  if (isEncrypted(bytes)) throw encrypted();
  const parts = listed(bytes);
  const whole = parts.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const isBomb = parts.some(
    ({ size, originalSize }) =>
      originalSize > most.partBytes || originalSize > mostRatio * Math.max(size, 1024),
  );
  if (parts.length > most.parts || whole > most.bytes || isBomb) throw inflated();
  return {
    names: new Set(parts.map(({ name }) => name)),
    text: (name) => partOf(bytes, name),
    inflated: () =>
      zipSync(
        intact(() => unzipSync(bytes)),
        { level: 0 },
      ),
  };
}

function listed(bytes: Uint8Array): readonly UnzipFileInfo[] {
  const parts: UnzipFileInfo[] = [];
  intact(() => unzipSync(bytes, { filter: (part) => parts.push(part) < 0 }));
  if (parts.length === 0) throw damaged();
  return parts;
}

function partOf(bytes: Uint8Array, name: string): string | null {
  const found = intact(() => unzipSync(bytes, { filter: (part) => part.name === name }));
  const part = found[name];
  return part === undefined ? null : strFromU8(part);
}

function intact<Result>(read: () => Result): Result {
  try {
    return read();
  } catch {
    throw damaged();
  }
}

/** The first part's flags; office files are encrypted whole or not at all. */
function isEncrypted(bytes: Uint8Array): boolean {
  return ((bytes[6] ?? 0) & 1) === 1;
}

export function encrypted(): ImportError {
  return new ImportError(
    'file-encrypted',
    '文件加了密码，无法读取。请在 Word 或 Excel（WPS）中打开，去掉密码（文件—信息—保护）后另存，再导入。',
  );
}

export function damaged(): ImportError {
  return new ImportError(
    'file-damaged',
    '文件不完整或已损坏，无法打开。请重新下载或拷贝；能用 Word 或 Excel（WPS）打开的，另存一份后再导入。',
  );
}

function inflated(): ImportError {
  return new ImportError(
    'file-too-large',
    '文件展开后过大，不像一份正常的清单或通报，未予读取。请新建文件，只粘贴需要的表格或文字后再导入。',
  );
}
