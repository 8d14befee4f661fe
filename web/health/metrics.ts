/** What a page process counts, as Prometheus reads it. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Told } from '../../client';
import type { Ledger } from '../../ledger';
import type { Pulse } from '../live/pulse';

export interface Metrics {
  readonly answered: (request: Answered) => void;
  readonly sent: (command: Told) => void;
  /** The text that Prometheus reads. What the ledger does not answer is left out, and `zhenggai_ledger_up` is 0. */
  readonly read: (sources: Sources) => Promise<string>;
  readonly contentType: string;
}

export interface Answered {
  readonly method: string;
  /** As it was declared: `/problems/:id`. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Sources {
  readonly ledger: Pick<Ledger, 'figures'>;
  readonly pulse: Pick<Pulse, 'listeners'>;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 3, 10];

/** @param ofProcess with memory, processor and event loop of this process */
export function createMetrics({ ofProcess }: { readonly ofProcess: boolean }): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'zhenggai_http_request_seconds',
    help: 'Requests until their answer begins, by route pattern',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: seconds,
    registers: [registry],
  });
  const commands = new Histogram({
    name: 'zhenggai_command_seconds',
    help: 'Commands of this process until their outcome is known',
    labelNames: ['event', 'outcome'] as const,
    buckets: seconds,
    registers: [registry],
  });
  const standing = gauges(registry);
  return {
    answered: ({ method, route, status, seconds: took }) =>
      requests.observe({ method, route, status }, took),
    sent: ({ event, outcome, seconds: took }) => commands.observe({ event, outcome }, took),
    read: async (sources) => {
      await standing(sources);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

/** Every page process says the same of these: they are of the whole system. */
function gauges(registry: Registry): (sources: Sources) => Promise<void> {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `zhenggai_${name}`, help, labelNames, registers: [registry] });
  const up = gauge('ledger_up', '1 when the ledger answers');
  const lamps = gauge('open_problems', 'Problems that are not closed', 'lamp');
  const overdue = gauge('overdue_problems', 'Open problems with a red lamp', 'unit');
  const deliveries = gauge('deliveries', 'Messages by what became of them', 'status');
  const refused = gauge('refused_commands', 'Refused commands that are on record');
  const listeners = gauge('live_pages', 'Pages of this process that wait for changes');
  return async ({ ledger, pulse }) => {
    listeners.set(pulse.listeners());
    const figures = await ledger.figures().catch(() => null);
    up.set(figures === null ? 0 : 1);
    for (const each of [lamps, overdue, deliveries, refused]) each.reset();
    if (figures === null) return;
    for (const { unit, lamp, problems } of figures.problems) {
      lamps.inc({ lamp: lamp ?? 'none' }, problems);
      overdue.inc({ unit: unit ?? '' }, lamp === 'overdue' ? problems : 0);
    }
    for (const [status, messages] of Object.entries(figures.deliveries))
      deliveries.set({ status }, messages);
    refused.set(figures.refusedCommands);
  };
}
