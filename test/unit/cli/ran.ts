/** A command line run in this process, with what it printed. */
import type { CliContext } from '../../../cli/command';
import { run } from '../../../cli/program';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function ranIn(
  cwd: string,
  args: readonly string[],
  env: CliContext['env'] = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    env,
    cwd,
    now: () => '2026-11-23T01:00:00.000Z',
    signal: new AbortController().signal,
  });
  return { code, out, err };
}
