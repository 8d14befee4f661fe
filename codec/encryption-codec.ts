/**
 * Payloads to and from AES-256-GCM: `nonce (12 bytes) | ciphertext | tag (16 bytes)` of the whole payload as protobuf, with
 * the key's id beside it. The layout is that of Temporal's own samples, so that their tools can read it given the key.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { unreadableEncoding } from '../engine/temporal/payload-converter';
import { AlteredPayloadError, MissingKeyError } from './codec-errors';
import type { Key, KeyRing } from './key-ring';
import { codecWords } from './words';

const { Payload: PayloadMessage } = temporal.api.common.v1;

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

const encryptedEncoding = Buffer.from('binary/encrypted');
const keyIdField = 'encryption-key-id';

export interface CodecOptions {
  /**
   * Messages that will never be readable go on as such, for the workflow to refuse: thrown, they would fail its task for
   * ever. For workers; whoever asks is told at once.
   */
  readonly passOnAltered?: boolean;
}

/**
 * What is not encrypted is read as it is: workflows go on with what they had before encryption was turned on.
 * `decode` throws MissingKeyError, which is worth another try later, and AlteredPayloadError, which is not.
 */
export class EncryptionCodec implements PayloadCodec {
  private readonly keys: KeyRing;
  private readonly passOnAltered: boolean;

  constructor(keys: KeyRing, { passOnAltered = false }: CodecOptions = {}) {
    this.keys = keys;
    this.passOnAltered = passOnAltered;
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    const { current } = this.keys;
    return Promise.resolve(
      current === null ? payloads : payloads.map((each) => encrypted(each, current)),
    );
  }

  decode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    return Promise.resolve(payloads).then((all) =>
      all.map((each) => this.decodeOne(each, context)),
    );
  }

  private decodeOne(payload: Payload, context: SerializationContext | undefined): Payload {
    if (!isEncrypted(payload)) return payload;
    try {
      return this.decrypt(payload);
    } catch (error) {
      // Only what is sent to a workflow: the result of an activity must not be taken for something else.
      const isMessage = context?.type === 'workflow';
      if (!(error instanceof AlteredPayloadError) || !this.passOnAltered || !isMessage) throw error;
      return unreadable(error.message);
    }
  }

  private decrypt(payload: Payload): Payload {
    const id = keyIdOf(payload);
    // Ours always says its key: no key file will ever open this one.
    if (id === null) throw new AlteredPayloadError('', codecWords.unnamed);
    const key = this.keys.find(id);
    if (key === null) throw new MissingKeyError(id, this.keys.current !== null);
    if (key === 'lost') throw new AlteredPayloadError(id, codecWords.lost(id));
    try {
      return PayloadMessage.decode(opened(payload.data ?? new Uint8Array(), key));
    } catch {
      throw new AlteredPayloadError(id, codecWords.altered(id));
    }
  }
}

export function isEncrypted({ metadata }: Payload): boolean {
  const encoding = metadata?.['encoding'];
  return encoding !== undefined && encoding !== null && encryptedEncoding.equals(encoding);
}

function keyIdOf({ metadata }: Payload): string | null {
  const id = Buffer.from(metadata?.[keyIdField] ?? []).toString('utf8');
  return id === '' ? null : id;
}

function encrypted(payload: Payload, { id, secret }: Key): Payload {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, secret, nonce, { authTagLength: tagBytes });
  const plain = PayloadMessage.encode(payload).finish();
  const data = Buffer.concat([nonce, sealing.update(plain), sealing.final(), sealing.getAuthTag()]);
  return { metadata: { encoding: encryptedEncoding, [keyIdField]: Buffer.from(id) }, data };
}

/** Throws where the tag does not fit. */
function opened(data: Uint8Array, { secret }: Key): Buffer {
  const opening = createDecipheriv(cipher, secret, data.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  opening.setAuthTag(data.subarray(Math.max(data.length - tagBytes, nonceBytes)));
  const sealed = data.subarray(nonceBytes, data.length - tagBytes);
  return Buffer.concat([opening.update(sealed), opening.final()]);
}

function unreadable(why: string): Payload {
  return { metadata: { encoding: Buffer.from(unreadableEncoding) }, data: Buffer.from(why) };
}
