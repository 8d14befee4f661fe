/** A kind of identity with all that belongs to it. */
import type { SignIn } from '../web-env';
import type { Identity } from './identity';

/** Before links of messages are added to it. */
export interface SigningKind {
  readonly identity: Omit<Identity, 'links'>;
  readonly signIn: SignIn;
  /** The page that makes the first administrator, as a path; null where nobody is wanted. Earlier links end. */
  readonly firstLink: () => Promise<string | null>;
}

export interface Signing extends SigningKind {
  readonly identity: Identity;
}
