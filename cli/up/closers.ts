/** What was started, to be stopped in reverse: whatever fails or is interrupted on the way up, nothing stays behind. */

export interface Closers {
  readonly add: (close: () => void | Promise<void>) => void;
  /** Runs each once, the last added first; goes on past failures and throws the first of them at the end. */
  readonly closeAll: () => Promise<void>;
}

export function createClosers(): Closers {
  const stack: (() => void | Promise<void>)[] = [];
  return {
    add: (close) => void stack.push(close),
    closeAll: async () => {
      const failures: unknown[] = [];
      for (let close = stack.pop(); close !== undefined; close = stack.pop())
        await Promise.resolve()
          .then(close)
          .catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },
  };
}
