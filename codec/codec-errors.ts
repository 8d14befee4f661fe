/** Why a payload could not be decrypted. Knows no key, only its id. */
import { codecWords } from './words';

/** The key is not here: to be tried again once it is. Nothing is lost meanwhile. */
export class MissingKeyError extends Error {
  override readonly name = 'MissingKeyError';
  readonly keyId: string;

  constructor(keyId: string, hasKeys: boolean) {
    super(hasKeys ? codecWords.missing(keyId) : codecWords.missingAll(keyId));
    this.keyId = keyId;
  }
}

/** The key is here, or known to be lost, and it will not be read: trying again helps nobody. */
export class AlteredPayloadError extends Error {
  override readonly name = 'AlteredPayloadError';
  readonly keyId: string;

  constructor(keyId: string, message: string) {
    super(message);
    this.keyId = keyId;
  }
}
