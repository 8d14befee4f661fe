/** Finds the server, connects within seconds, and gives the client to whoever needs it. */
import type { Zhenggai } from '../client';
import type { CliContext } from './command';
import { serverPart } from './late';
import { reachOf } from './reach';
import { refusalNotes } from './refusal-notes';

/** Connects, does the work, closes. Throws CliFailure with exit code 3 when no server is known or answers. */
export async function withZhenggai<Result>(
  context: CliContext,
  work: (zhenggai: Zhenggai) => Promise<Result>,
): Promise<Result> {
  const reach = reachOf(context);
  const refusals = refusalNotes(context);
  const connected = await serverPart().connected(reach, refusals.note);
  try {
    return await work(connected.zhenggai);
  } finally {
    await refusals.close();
    await connected.close();
  }
}
