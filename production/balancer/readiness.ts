/** Asks each page process all the time whether it is ready; what leaves a request unanswered is not, until it says so again. */
import { get } from 'node:http';

export interface Target {
  readonly name: string;
  readonly url: string;
}

export interface Readiness {
  readonly isReady: boolean;
  readonly failed: () => void;
  readonly stop: () => void;
}

const everyMs = 500;
/** The page process itself gives up on its ledger after a second. */
const patience = 2000;

export function watchReadiness({ url }: Target): Readiness {
  let isReady = true;
  let failures = 0;
  const ask = async (): Promise<void> => {
    const before = failures;
    const answer = (await readyStatus(url)) === 200;
    // What failed while it was being asked counts for more than an answer from before.
    isReady = answer && failures === before;
  };
  const timer = setInterval(() => void ask(), everyMs);
  return {
    get isReady() {
      return isReady;
    },
    failed: () => {
      failures += 1;
      isReady = false;
    },
    stop: () => clearInterval(timer),
  };
}

/** On a connection of its own: one that is kept open is answered by a process that takes no new ones any more. Null: no answer. */
export function readyStatus(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = get(`${url}/ready`, { agent: false, timeout: patience }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? null);
    });
    asked.on('timeout', () => asked.destroy()).on('error', () => resolve(null));
  });
}
