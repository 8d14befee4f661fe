/** Looking at a file as it comes: what is none of ours is not taken, and is not read to its end. */
import { EvidenceRefused } from './errors';
import { fileTypeOf, headBytes } from './file-types';

export interface Arriving {
  readonly source: AsyncIterable<Uint8Array>;
  readonly name: string;
  /** Bytes. */
  readonly limit: number;
  readonly tell: (bytes: number) => void;
}

/** The source's bytes, as long as they are of a file that may be kept. @throws EvidenceRefused */
export async function* inspected({
  source,
  name,
  limit,
  tell,
}: Arriving): AsyncIterable<Uint8Array> {
  let head: Buffer = Buffer.alloc(0);
  let size = 0;
  const inspect = (): void => {
    if (size === 0) throw new EvidenceRefused('empty', name, limit);
    if (fileTypeOf(name)?.looks(head) !== true) throw new EvidenceRefused('content', name, limit);
  };
  for await (const chunk of source) {
    const wasKnown = head.length === headBytes;
    if (!wasKnown) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
    size += chunk.length;
    if (size > limit) throw new EvidenceRefused('tooLarge', name, limit);
    if (!wasKnown && head.length === headBytes) inspect();
    yield chunk;
    tell(size);
  }
  if (head.length < headBytes) inspect();
}
