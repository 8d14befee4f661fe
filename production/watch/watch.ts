/** Reads the metrics of every process once a second, as Prometheus would. */
import { sumOf } from './exposition';
import { seenIn, type Sample, type Seen } from './series';

export interface Watched {
  readonly name: string;
  readonly kind: 'worker' | 'pages';
  readonly metrics: string;
}

export interface Watch {
  readonly seen: () => ReadonlyMap<string, Seen>;
  readonly stop: () => void;
}

const everyMs = 1000;
/** Half of what Prometheus takes by itself. */
const patience = 5000;

/** What only grows while a process lives. */
const counters = {
  pages: 'process_cpu_seconds_total',
  worker: 'temporal_long_request',
} as const;

export function watchMetrics(all: readonly Watched[]): Watch {
  const series = new Map<string, Sample[]>(all.map(({ name }) => [name, []]));
  const busy = new Set<string>();
  const look = async ({ name, kind, metrics }: Watched): Promise<void> => {
    // Two at once would be answered in either order, and a counter seem to have begun anew.
    if (busy.has(name)) return;
    busy.add(name);
    const at = Date.now();
    const told = await read(metrics);
    busy.delete(name);
    const counter = told === null ? null : sumOf(told, counters[kind]);
    series.get(name)?.push({ at, up: told !== null, counter });
  };
  const timer = setInterval(() => void Promise.all(all.map(look)), everyMs);
  return {
    seen: () => new Map([...series].map(([name, samples]) => [name, seenIn(samples)])),
    stop: () => clearInterval(timer),
  };
}

async function read(url: string): Promise<string | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
