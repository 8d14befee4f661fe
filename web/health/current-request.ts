/** Which request is being answered just now, for what is done further in: lines of the log, traces, and how new an answer must be. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestTrace } from './request-trace';

export interface CurrentRequest {
  readonly id: string;
  /** `part`: a page asks anew for a part of itself, told that something has changed. `page`: reads. `act`: may change something. */
  readonly kind: 'part' | 'page' | 'act';
  /** How far the record had come, by what the page was told of last; 0: it was told of nothing. Not to be trusted. */
  readonly told: number;
  readonly trace: RequestTrace;
}

const requests = new AsyncLocalStorage<CurrentRequest>();

export function duringRequest<Result>(request: CurrentRequest, work: () => Result): Result {
  return requests.run(request, work);
}

/** Null where something is done for no request. */
export function currentRequest(): CurrentRequest | null {
  return requests.getStore() ?? null;
}
