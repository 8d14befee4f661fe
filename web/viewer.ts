/** Who looks at a page: an account, and what was granted to it. */
import type { Language } from '../words/catalogue';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Keeps accounts and looks after the running system; sees no unit's problems by that. */
  readonly administrator: boolean;
}

/**
 * `member`: somebody of the unit, who may do what the people frozen in each of its rectifications say of `person`. `office`: the
 * same, and receives feedback for the unit. `supervisor`: a unit given to them to oversee. `reader`: looks, does nothing.
 */
export const standings = ['member', 'office', 'supervisor', 'reader'] as const;
export type Standing = (typeof standings)[number];

export interface Grant {
  readonly unit: string;
  readonly standing: Standing;
  /** As whom the account acts there: a person's id in people.yaml; null for who only looks. */
  readonly person: string | null;
}

export interface Viewer {
  readonly account: Account;
  readonly grants: readonly Grant[];
  readonly language: Language;
  /** Goes with every form of this session: what is sent without it was not sent from our page. */
  readonly csrf: string;
  /** Signed in by a link of a message, for this one act only; null for a whole session. */
  readonly only: OneAct | null;
}

export interface OneAct {
  readonly workflow: string;
  readonly event: string;
  /** The link, as the record knows it. */
  readonly link: string;
}
