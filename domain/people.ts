/** Who is who, as frozen into a rectification. Roles come from here, never from what somebody sends. */
import type { Basis, Role } from './words';

export interface Person {
  /** Short and stable, e.g. `zhang-wei`; what `--by` takes. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** 责任部门; null for those who stand above departments. */
  readonly department: string | null;
  /** Person ids: who may take this person's step, first choice first. */
  readonly deputies: readonly string[];
  /** Where messages go, by preference: the first that works; the outbox alone when empty. */
  readonly channels: readonly ChannelAddress[];
}

export interface ChannelAddress {
  readonly channel: string;
  readonly address: string;
  /** True: gets every message, whatever becomes of the others. */
  readonly always?: boolean;
}

/** Who sent an event: who decided, who recorded it, and on what basis. `recordedBy` equals `decidedBy` for one's own act. */
export interface Sender {
  readonly decidedBy: string;
  readonly recordedBy: string;
  readonly basis: Basis;
}

/** The people of one problem: who holds which role for it. Single roles name one person; the rest are all who hold it. */
export interface Assignment {
  readonly department: string | null;
  readonly assisting: readonly string[];
  readonly handlers: readonly string[];
  readonly departmentHead: string | null;
  readonly responsibleLeader: string | null;
}
