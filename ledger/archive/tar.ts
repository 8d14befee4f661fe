/** Tar as POSIX has it (ustar), as a stream: any system's own program lists and unpacks it. Plain files with short names only. */

export interface TarEntry {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** To be read before the next entry is asked for; what is left of it is passed over then. */
  readonly content: AsyncIterable<Buffer>;
}

/** Thrown where the bytes are not those of a whole tar file. */
export class TarDamaged extends Error {
  override readonly name = 'TarDamaged';
}

const block = 512;
/** Two empty blocks. */
export const tarEnd: Buffer = Buffer.alloc(2 * block);

/** What stands before a file's content. @param name at most 100 bytes. @param size at most 8 GiB */
export function tarHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100 || size >= 8 ** 11)
    throw new RangeError(`${name} of ${size} bytes does not fit into a tar file`);
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write('0000644\0' + '0000000\0'.repeat(2), 100);
  header.write(`${size.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`, 124);
  header.write('        0', 148);
  header.write('ustar\x0000', 257);
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** What fills the last block of a content. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc(paddingOf(size));
}

/** The entries of a tar file, in order. @throws TarDamaged; what the bytes' source throws */
export async function* tarEntries(source: AsyncIterable<Buffer>): AsyncIterable<TarEntry> {
  const bytes = new Bytes(source);
  for (;;) {
    const header = await bytes.exactly(block);
    if (header.every((byte) => byte === 0)) return bytes.toTheEnd();
    const { name, size } = read(header);
    let left = size;
    const content = (async function* () {
      while (left > 0) {
        const piece = await bytes.atMost(left);
        left -= piece.length;
        yield piece;
      }
    })();
    yield { name, size, content };
    for await (const _rest of content);
    while (left > 0) left -= (await bytes.atMost(left)).length;
    await bytes.exactly(paddingOf(size));
  }
}

function read(header: Buffer): { readonly name: string; readonly size: number } {
  const text = (from: number, length: number): string =>
    header
      .subarray(from, from + length)
      .toString('utf8')
      .replace(/\0.*$/s, '');
  const size = Number.parseInt(text(124, 12), 8);
  const isWhole = Number.parseInt(text(148, 8), 8) === sumOf(header) && size >= 0;
  if (!isWhole) throw new TarDamaged('a header is damaged');
  return { name: text(0, 100), size };
}

/** The sum itself counts as eight spaces. */
function sumOf(header: Buffer): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
}

function paddingOf(size: number): number {
  return (block - (size % block)) % block;
}

/** Bytes taken from pieces of any length. */
class Bytes {
  private readonly source: AsyncIterator<Buffer>;
  private piece: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** At least one. */
  async atMost(length: number): Promise<Buffer> {
    while (this.piece.length === 0) {
      const next = await this.source.next();
      if (next.done === true) throw new TarDamaged('it ends too early');
      this.piece = next.value;
    }
    const taken = this.piece.subarray(0, length);
    this.piece = this.piece.subarray(length);
    return taken;
  }

  /** So that whatever unpacks them has seen its own end, and compared its sum. */
  async toTheEnd(): Promise<void> {
    while ((await this.source.next()).done !== true);
  }

  async exactly(length: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (let left = length; left > 0; left -= pieces.at(-1)?.length ?? 0)
      pieces.push(await this.atMost(left));
    return Buffer.concat(pieces);
  }
}
