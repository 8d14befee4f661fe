/** 佐证材料: where files that prove something are kept, by their content. A local folder, or an object store. */
import type { Readable } from 'node:stream';

/** What of a file enters a workflow and its journal, and what kind of file it is. */
export interface EvidenceFile {
  /** Of its bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** As its owner called it, without folders and what no name should hold. */
  readonly name: string;
  /** A media type, e.g. `application/pdf`. */
  readonly type: string;
}

export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

export type Condition = 'whole' | 'missing' | 'altered';

export interface EvidenceStore {
  /** Where it is, for people. */
  readonly place: string;
  /**
   * Keeps what the source gives, once however often it comes. Durable when it resolves; nothing is kept when it throws.
   *
   * @param tell is told now and then how many bytes have come
   * @throws EvidenceRefused for a file that is none of ours; EvidenceStoreFailed; what the source throws
   */
  readonly put: (
    source: AsyncIterable<Uint8Array>,
    name: string,
    tell?: (bytes: number) => void,
  ) => Promise<EvidenceFile>;
  /**
   * Keeps a file that was kept before, of whatever kind: it was judged then. One that is whole stays as it is.
   *
   * @throws EvidenceStoreFailed, also where the bytes are not this content; what the source throws
   */
  readonly putBack: (sha256: string, source: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Its bytes, unproven. @throws EvidenceMissing, EvidenceStoreFailed */
  readonly open: (sha256: string) => Promise<Readable>;
  readonly has: (sha256: string) => Promise<boolean>;
  /** Reads all of it. @throws EvidenceStoreFailed when it is there and cannot be read */
  readonly check: (sha256: string, tell?: (bytes: number) => void) => Promise<Condition>;
  /** In the order of the hashes. */
  readonly list: () => AsyncIterable<StoredFile>;
}

export function isSha256(word: string): boolean {
  return /^[0-9a-f]{64}$/.test(word);
}
