/** Answers that are remembered with how far the record had come when they were asked for. */

export interface Memory {
  /** What is remembered of at least so far, be it still under way; else what is asked now. A failure is not remembered. */
  readonly answer: <Answer>(
    question: string,
    far: number,
    ask: () => Promise<Answer>,
  ) => Promise<Answer>;
}

interface Remembered {
  readonly far: number;
  /** `performance.now()` */
  readonly at: number;
  readonly answer: Promise<unknown>;
}

/** Tables that are made again from the same lines do not move the record: nothing is remembered longer than this, ms. */
const longest = 30_000;
const most = 400;

export function createMemory(): Memory {
  const all = new Map<string, Remembered>();
  const remember = (question: string, remembered: Remembered): void => {
    all.delete(question);
    all.set(question, remembered);
    const [oldest] = all.keys();
    if (all.size > most && oldest !== undefined) all.delete(oldest);
    remembered.answer.catch(() => {
      if (all.get(question) === remembered) all.delete(question);
    });
  };
  return {
    answer: <Answer>(question: string, far: number, ask: () => Promise<Answer>) => {
      const now = performance.now();
      const found = all.get(question);
      if (found !== undefined && found.far >= far && now - found.at < longest)
        return found.answer as Promise<Answer>;
      const answer = ask();
      remember(question, { far, at: now, answer });
      return answer;
    },
  };
}
