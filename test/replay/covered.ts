/** What golden histories have passed through, read from the lines that the workflows had recorded in them. */
import type { Golden } from './golden-files';
import type { Recording } from './history-line';

export interface Covered {
  /** `problem life.rectifying.working`: every state in which a workflow of this kind has stood, or that is around one. */
  readonly states: ReadonlySet<string>;
  /** `problem submit`: every command that a workflow of this kind has accepted. */
  readonly events: ReadonlySet<string>;
}

export function covered(all: readonly Golden[]): Covered {
  const states = new Set<string>();
  const events = new Set<string>();
  for (const golden of all) {
    const kind = /^[a-z]+/.exec(golden.name)?.[0] ?? '';
    for (const { kind: what, event, to } of recordedIn(golden)) {
      for (const place of places(to ?? '')) states.add(`${kind} ${place}`);
      if (what === 'accepted') events.add(`${kind} ${event}`);
    }
  }
  return { states, events };
}

interface Scheduled {
  readonly type: string;
  readonly activityType?: { readonly name: string };
  readonly input?: {
    readonly payloads: readonly { readonly $: Recording }[];
  };
}

function recordedIn({ lines }: Golden): Recording['lines'] {
  return lines
    .map((line) => JSON.parse(line) as Scheduled)
    .filter(
      ({ type, activityType }) =>
        type === 'ActivityTaskScheduled' && activityType?.name === 'record',
    )
    .flatMap(({ input }) => input?.payloads[0]?.$.lines ?? []);
}

/** `a.b + c` is in a, a.b and c. */
function places(whereabouts: string): readonly string[] {
  return whereabouts.split(' + ').flatMap((leaf) => {
    const keys = leaf.split('.');
    return keys.map((_key, index) => keys.slice(0, index + 1).join('.'));
  });
}
