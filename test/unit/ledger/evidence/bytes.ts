/** Bytes that look like a file of some kind, in pieces as a stream gives them. */

export const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}`);

export async function* inPieces(content: Uint8Array, size = 7): AsyncIterable<Uint8Array> {
  for (let from = 0; from < content.length; from += size)
    yield await Promise.resolve(content.subarray(from, from + size));
}

/** Gives all of it, then fails as a cable that was pulled. */
export async function* torn(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(content);
  throw new Error('cable pulled');
}
