/** The steps of a walk: each is done by somebody at a page, timed, and said at once. */

export interface Step {
  readonly who: string;
  readonly what: string;
  readonly ms: number;
  /** Null where it held. */
  readonly failure: string | null;
}

export interface Steps {
  /** Goes on to the caller where it fails: what follows rests on it. */
  readonly take: (who: string, what: string, work: () => Promise<void>) => Promise<void>;
  /** Fails by itself: the walk goes on. */
  readonly check: (who: string, what: string, work: () => Promise<void>) => Promise<void>;
  readonly all: () => readonly Step[];
}

/** @param pictured keeps what is seen when a step fails, and says where */
export function createSteps(
  say: (line: string) => void,
  pictured: (who: string) => Promise<string>,
): Steps {
  const steps: Step[] = [];
  const note = async (who: string, what: string, since: number, error: unknown): Promise<void> => {
    const ms = Math.round(performance.now() - since);
    const failure = error === null ? null : `${wordsOf(error)}\n${await pictured(who)}`.trim();
    steps.push({ who, what, ms, failure });
    say(`${failure === null ? '✓' : '✗'} ${who}  ${what}  ${(ms / 1000).toFixed(1)} s`);
    if (failure !== null) say(failure.replaceAll(/^/gm, '    '));
  };
  const attempt = async (who: string, what: string, work: () => Promise<void>) => {
    const since = performance.now();
    try {
      await work();
      await note(who, what, since, null);
      return null;
    } catch (error) {
      await note(who, what, since, error);
      return { error };
    }
  };
  return {
    take: async (who, what, work) => {
      const failed = await attempt(who, what, work);
      if (failed !== null) throw new StepFailed(what);
    },
    check: async (who, what, work) => void (await attempt(who, what, work)),
    all: () => steps,
  };
}

/** Thrown after a step that others rest on; it has been said already. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
