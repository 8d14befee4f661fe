/** Which request is being answered just now, for lines of the log that are written further in. */
import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

export function duringRequest<Result>(requestId: string, work: () => Result): Result {
  return requests.run(requestId, work);
}

/** Null where something is done for no request. */
export function currentRequest(): string | null {
  return requests.getStore() ?? null;
}
