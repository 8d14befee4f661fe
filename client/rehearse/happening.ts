/** What happens in a rehearsal besides the journals' lines: told by the world as it goes, read by the timetable. */
import type { JsonObject } from '../../engine/core';
import type { Digest } from '../../domain/digest';
import type { RemindRequest } from '../../domain/remind-request';
import type { Schedule, Wait } from '../../domain/schedule';
import type { Sender } from '../../domain/people';
import type { Instant, Lamp, Role } from '../../domain/words';

export type Happening = { readonly at: Instant; readonly workflow: string } & (
  | { readonly kind: 'reminded'; readonly request: RemindRequest }
  | { readonly kind: 'delivered'; readonly digest: Digest }
  | { readonly kind: 'scheduled'; readonly wait: Wait; readonly schedule: Schedule }
  | { readonly kind: 'reached'; readonly milestone: ReachedMilestone }
  | { readonly kind: 'decided'; readonly command: Command }
  | { readonly kind: 'refused'; readonly command: Command; readonly why: string }
);

/** A milestone as the machine's line says it. */
export interface ReachedMilestone {
  readonly wait: string;
  readonly id: string;
  readonly lamp: Lamp;
  readonly why: string;
  readonly audience: readonly Role[];
}

/** One event sent by somebody to one workflow: what a client would send as an update. */
export interface Command {
  /** Real instant. */
  readonly at: Instant;
  readonly workflow: string;
  readonly event: JsonObject & { readonly type: string };
  readonly by: Sender;
}
