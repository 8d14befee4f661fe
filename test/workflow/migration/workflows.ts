/** Our workflows on a worker that knows both versions. */
import type { Json } from '../../../engine/core';
import { runMachine, type Start } from '../../../engine/temporal';
import { hostOf } from '../../../workflows/host';
import { bothVersions } from './both-versions';

export { digest, rectification } from '../../../workflows';

const host = hostOf(bothVersions);

export async function problem(start: Start): Promise<Json> {
  return runMachine(start, host);
}
