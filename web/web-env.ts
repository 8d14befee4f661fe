/** What a request carries through the pages, and what the pages are given. */
import type { PayloadCodec } from '@temporalio/common';
import type { Context, Hono } from 'hono';
import type { Zhenggai } from '../client';
import type { Policy } from '../domain/policy';
import type { EvidenceStore, Ledger } from '../ledger';
import type { Desk } from './desk/desk';
import type { Metrics } from './health/metrics';
import type { Identity } from './identity/identity';
import type { Limits } from './limits/limits';
import type { Tracing } from '../tracing';
import type { Pulse } from './live/pulse';
import type { Viewer } from './viewer';

export interface WebDeps {
  readonly zhenggai: Zhenggai;
  readonly ledger: Ledger;
  readonly evidence: EvidenceStore;
  readonly desk: Desk;
  readonly identity: Identity;
  readonly signIn: SignIn;
  readonly pulse: Pulse;
  /** Reads what Temporal keeps encrypted, for its UI; not there where nothing is encrypted. */
  readonly codec?: PayloadCodec;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  /** Aborted when the process is about to stop: it takes no new pages on, and lets go of those that wait for changes. */
  readonly stopping: AbortSignal;
  /** Signs what a form carries away and brings back: at least 32 characters, the same in all page processes. */
  readonly secret: string;
  /** The rules where nobody chooses others. */
  readonly standardPolicy: Policy;
  /** ISO 8601 UTC. */
  readonly now: () => string;
  readonly settings: WebSettings;
  /** A line of the log; `fields` never hold what people wrote. */
  readonly log: (event: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** The routes that come with a kind of identity. */
export interface SignIn {
  /** Sign-in, first administrator, links of messages: what must be reachable without a session. */
  readonly publicRoutes: Part;
  /** Signing out, one's own settings, accounts. */
  readonly routes: Part;
}

export interface WebSettings {
  /** Where people reach the pages, without a slash at the end: `https://zhenggai.example.org`. */
  readonly baseUrl: string;
  /** The Temporal UI, for links; null where none is known. */
  readonly temporalUi: string | null;
  /** In which the workflows run. */
  readonly temporalNamespace: string;
  /** Invented data, sign-in with one click. */
  readonly demonstration: boolean;
  readonly version: string;
  /** How often one account may change something; one address twenty times as often. */
  readonly writesPerMinute: number;
  /** Reads the metrics from elsewhere; null: they are read on this machine alone. */
  readonly metricsToken: string | null;
  /** A proxy of ours stands before the pages and says where a request came from (`X-Forwarded-For`). */
  readonly behindProxy: boolean;
}

export interface WebEnv {
  readonly Variables: {
    readonly requestId: string;
    readonly limits: Limits;
    /** Set on every page that asks for a sign-in. */
    readonly viewer: Viewer;
    /** A refusal of this request is in the audit trail already. */
    readonly noted?: boolean;
  };
}

export type WebContext = Context<WebEnv>;
export type WebApp = Hono<WebEnv>;

/** Adds the routes of one part. Each file of `pages/` that has routes exports one. */
export type Part = (app: WebApp, deps: WebDeps) => void;
