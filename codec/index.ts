/** Encryption of all that Temporal keeps of our workflows. */
export { AlteredPayloadError, MissingKeyError } from './codec-errors';
export { createCodecServer, type CodecServerOptions } from './codec-server';
export { clientConverter, workerConverter } from './data-converter';
export { EncryptionCodec } from './encryption-codec';
export { KeyError } from './key-error';
export { readKeys, textOf, type KeySetting } from './key-file';
export { noKeys, parseKeys, type KeyRing } from './key-ring';
export { newKey, type NewKey } from './new-key';
