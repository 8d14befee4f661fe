/** How the running system does, asked of everybody at once; null for who does not answer. */
import type { GivenUp, WorkerSeen } from '../../../client';
import type { DeliveryRow, Figures } from '../../../ledger';
import { probe, type Probes } from '../../health/probes';
import type { WebDeps } from '../../web-env';

export interface SystemStanding {
  readonly process: ProcessStanding;
  readonly probes: Probes;
  readonly incidents: readonly GivenUp[] | null;
  readonly workers: readonly WorkerSeen[] | null;
  readonly deliveries: Figures['deliveries'] | null;
  /** The newest messages that are not known to have been sent. */
  readonly troubled: readonly DeliveryRow[];
}

export interface ProcessStanding {
  readonly pid: number;
  readonly node: string;
  readonly uptimeSeconds: number;
  /** Bytes. */
  readonly resident: number;
  readonly heap: number;
  readonly listeners: number;
}

/** Messages that are shown one by one. */
const shown = 20;

export async function systemStanding(deps: WebDeps): Promise<SystemStanding> {
  const { zhenggai, ledger, pulse } = deps;
  const [probes, incidents, workers, figures, troubled] = await Promise.all([
    probe(deps),
    orNull(zhenggai.incidents()),
    orNull(zhenggai.workers()),
    orNull(ledger.figures()),
    orNull(ledger.deliveries({ statuses: ['failed', 'claimed'], limit: shown })),
  ]);
  return {
    ...{ probes, incidents, workers },
    process: processStanding(pulse.listeners()),
    deliveries: figures?.deliveries ?? null,
    troubled: troubled ?? [],
  };
}

function processStanding(listeners: number): ProcessStanding {
  const { rss, heapUsed } = process.memoryUsage();
  return {
    ...{ pid: process.pid, node: process.version, uptimeSeconds: process.uptime() },
    ...{ resident: rss, heap: heapUsed, listeners },
  };
}

async function orNull<Result>(asked: Promise<Result>): Promise<Result | null> {
  try {
    return await asked;
  } catch {
    return null;
  }
}
