/** Every request that somebody made and what came of it: noted between them and the network. */
import type { Ask } from '../../bench/pages/asking';

export interface Noted {
  readonly what: string;
  /** When it was asked, ms since 1970. */
  readonly at: number;
  /** Until all of the answer was there. */
  readonly ms: number;
  /** Null: there was none. */
  readonly status: number | null;
}

export interface Answers {
  readonly all: () => readonly Noted[];
  readonly through: (ask: Ask) => Ask;
}

export function noteAnswers(): Answers {
  const all: Noted[] = [];
  return {
    all: () => all,
    through: (ask) => async (method, path, headers, body) => {
      const [at, began] = [Date.now(), performance.now()];
      const what = `${method} ${path.split('?')[0] ?? ''}`;
      try {
        const answer = await ask(method, path, headers, body);
        all.push({ what, at, ms: answer.ms, status: answer.status });
        return answer;
      } catch (error) {
        all.push({ what, at, ms: performance.now() - began, status: null });
        throw error;
      }
    },
  };
}

/** A page is shown; a form leads back to one; a program is told. A page that sends to the sign-in is not what was asked for. */
export function isAsAsked({ what, status }: Noted): boolean {
  return status === (/^POST \/(?!api\/)/.test(what) ? 303 : 200);
}
