/** The port by which the pages know who asks; better-auth is behind it, or the demonstration's one click. */
import type { Account, Grant, Viewer } from '../viewer';

export interface Identity {
  /** Null where nobody is signed in, the session has ended, or a link has been used. */
  readonly viewerOf: (request: Request) => Promise<Viewer | null>;
  /** An account as it is now, for feeds and tokens, which have no session; null where it may not sign in any more. */
  readonly holder: (account: string) => Promise<Holder | null>;
  /** Audit: a refused attempt, a read of evidence. */
  readonly note: (entry: AuditEntry) => Promise<void>;
  /** The link of who came by one (`viewer.only.link`): taken before the act, and used or given back after it. */
  readonly links: {
    /** False where it was used, or its act is under way. */
    readonly claim: (link: string) => Promise<boolean>;
    readonly settle: (link: string, done: boolean) => Promise<void>;
  };
}

export const auditKinds = [
  'refused',
  'evidenceRead',
  'signedIn',
  'signInFailed',
  'signedOut',
  'linkUsed',
  'accountChanged',
] as const;

/** What stands behind a feed or a token. */
export interface Holder {
  readonly account: Account;
  readonly grants: readonly Grant[];
}

export interface AuditEntry {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** The account's id; null for nobody known. */
  readonly account: string | null;
  readonly what: (typeof auditKinds)[number];
  /** A path, a workflow, a name of an event: never what people wrote. */
  readonly subject: string;
  readonly detail: string;
  /** Where the request came from, if that is known. */
  readonly address?: string | null;
}
