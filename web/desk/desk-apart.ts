/** The desk in threads of its own: pages are served meanwhile, and what asks too much of a thread ends with it. */
import { ImportError } from '../../documents/import-error';
import type { Asked, Desk, FileIn, Issued } from './desk';
import { threads, TooMuch } from './threads';

export interface Bounds {
  /** For reading a file, seconds. */
  readonly readSeconds: number;
  /** For writing one, seconds. */
  readonly writeSeconds: number;
  /** For the objects of one thread. */
  readonly megabytes: number;
}

const usual: Bounds = { readSeconds: 60, writeSeconds: 300, megabytes: 1024 };

/** `url`: the ledger's. */
export function deskApart(url: string, bounds: Bounds = usual): Desk {
  const { readSeconds, writeSeconds, megabytes } = bounds;
  const ask = threads(megabytes);
  return {
    read: async (file: FileIn) =>
      ask({ kind: 'read', file }, readSeconds).catch((error: unknown) => {
        throw error instanceof TooMuch ? tooMuch(file) : error;
      }) as Promise<string>,
    form: (people) => ask({ kind: 'form', people }, writeSeconds) as Promise<Uint8Array>,
    write: (asked: Asked) =>
      ask({ kind: 'write', asked, url }, writeSeconds) as ReturnType<Desk['write']>,
    again: (issued: Issued) =>
      ask({ kind: 'again', issued, url }, writeSeconds) as ReturnType<Desk['again']>,
  };
}

function tooMuch({ name }: FileIn): ImportError {
  return new ImportError(
    'file-too-large',
    `“${name}”读了很久仍未读完，或占用内存过多，未予读取。请新建文件，只粘贴需要的表格或文字后再导入。`,
  );
}
