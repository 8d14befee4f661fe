/** Our workflows on a worker that knows both versions. */
import { createRegistry, type Json } from '../../../engine/core';
import { runMachine, type Start } from '../../../engine/temporal';
import { problemDefinitions } from '../../../machines';
import { hostOf } from '../../../workflows/host';
import { secondVersion } from './second-version';

export { digest, rectification } from '../../../workflows';

const host = hostOf(createRegistry([...problemDefinitions, secondVersion]));

export async function problem(start: Start): Promise<Json> {
  return runMachine(start, host);
}
