/** Traces as the other parts tell of them: each span once, when it is over. */
import type { SpanRef } from './span-ids';

export interface SpanTold {
  readonly name: string;
  /** `server`: answers somebody. `client`: asks somebody and waits. `internal`: neither. */
  readonly kind: 'server' | 'client' | 'internal';
  readonly ref: SpanRef;
  /** In the same trace or, of a caller that sent its own, in that one. Null: the first of its trace. */
  readonly parent: SpanRef | null;
  /** Spans of other traces that it comes from. */
  readonly links?: readonly SpanRef[];
  /** Milliseconds since 1970, UTC. */
  readonly beganAt: number;
  readonly endedAt: number;
  /** Ids and words of ours; never what people wrote. */
  readonly attributes: Readonly<Record<string, string | number>>;
  /** What went wrong, by its kind. */
  readonly failure?: string;
}

export interface Tracing {
  /** Never throws, and waits for nothing. */
  readonly tell: (span: SpanTold) => void;
  /** Sends what is left, for some seconds at most. */
  readonly stop: () => Promise<void>;
}

/** Where nobody collects traces. */
export const noTracing: Tracing = { tell: () => undefined, stop: () => Promise.resolve() };
