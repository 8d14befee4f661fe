/** Where the Temporal UI shows the same. */
import { taskQueue } from '../../../workflows/contract';
import type { WebSettings } from '../../web-env';

export interface TemporalLinks {
  readonly workflow: (id: string) => string;
  readonly list: (query: string) => string;
  readonly workers: string;
}

/** Null where no Temporal UI is known. */
export function temporalLinks({
  temporalUi,
  temporalNamespace,
}: Pick<WebSettings, 'temporalUi' | 'temporalNamespace'>): TemporalLinks | null {
  if (temporalUi === null) return null;
  const base = `${temporalUi}/namespaces/${encodeURIComponent(temporalNamespace)}`;
  return {
    workflow: (id) => `${base}/workflows/${encodeURIComponent(id)}`,
    list: (query) => `${base}/workflows?query=${encodeURIComponent(query)}`,
    workers: `${base}/task-queues/${taskQueue}`,
  };
}
