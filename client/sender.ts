/** Who sends a command: who decided, who recorded it, on what basis. */
import type { Sender } from '../domain/people';
import type { Basis } from '../domain/words';

export interface By {
  /** The id of the person who decided. */
  readonly by: string;
  /** Who wrote it down, where that is somebody else: the office, with a basis. */
  readonly recordedBy?: string;
  readonly basis?: Basis;
}

/** As workflows take it; one's own act where nobody else recorded it. */
export function senderOf({ by, recordedBy = by, basis = 'ownSignIn' }: By): Sender {
  return { decidedBy: by, recordedBy, basis };
}
