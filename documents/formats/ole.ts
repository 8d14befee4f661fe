// The container of old Office files and of encrypted new ones: which of them it is, by the names of its streams.

export type OleKind = 'encrypted' | 'workbook' | 'word' | 'other';

/** @param bytes begin with the container's mark */
export function oleKind(bytes: Uint8Array): OleKind {
  const named = (stream: string): boolean =>
    bytesOf(bytes).includes(Buffer.from(stream, 'utf16le'));
  if (named('EncryptedPackage') || named('EncryptionInfo')) return 'encrypted';
  if (named('Workbook') || named('Book')) return 'workbook';
  return named('WordDocument') ? 'word' : 'other';
}

function bytesOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
