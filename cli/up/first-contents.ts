/** What a new store begins with: the sample, unless nobody wants it. Interrupted, it is taken up again at the next start. */
import { Zhenggai } from '../../client';
import type { Client } from '@temporalio/client';
import { playFirstSteps } from './demonstration';
import type { Step } from './progress';
import { sampleId, sampleReception } from './sample';
import type { StoreFolder } from './store-folder';
import { readJson, writeJson } from './write-whole';

/** Kept in the store: whether the sample is wanted, under way or in. */
interface SampleState {
  readonly state: 'none' | 'receiving' | 'received';
  /** The instant from which its clock runs; the same again after a crash. */
  readonly at: string;
}

export interface FirstContents {
  /** The sample's id when it is here. */
  readonly sample: string | null;
  /** It was received just now. */
  readonly fresh: boolean;
}

interface Beginning {
  readonly client: Client;
  readonly store: StoreFolder;
  readonly step: Step;
  readonly now: () => string;
  readonly wanted: boolean;
}

export async function beginContents(beginning: Beginning): Promise<FirstContents> {
  const { client, store, step, now, wanted } = beginning;
  const { state = wanted ? 'receiving' : 'none', at = now() } =
    readJson<SampleState>(store.sample) ?? {};
  writeJson(store.sample, { state, at });
  if (state !== 'receiving') return { sample: state === 'none' ? null : sampleId, fresh: false };
  const zhenggai = new Zhenggai({ client, deadlineMs: 60_000 });
  const reception = sampleReception(at);
  await step(`收入示例：${reception.unit}的 ${reception.problems.length} 个问题`, () =>
    zhenggai.receive(reception),
  );
  await step('演示开场：领办、报送并审定方案', () => playFirstSteps(zhenggai, reception));
  writeJson(store.sample, { state: 'received', at });
  return { sample: sampleId, fresh: true };
}
