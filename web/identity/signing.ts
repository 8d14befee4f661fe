/** A kind of identity with all that belongs to it. */
import type { SignIn } from '../web-env';
import type { Identity } from './identity';

export interface Signing {
  readonly identity: Identity;
  readonly signIn: SignIn;
  /** The page that makes the first administrator, as a path; null where nobody is wanted. Earlier links end. */
  readonly firstLink: () => Promise<string | null>;
  readonly close: () => Promise<void>;
}
