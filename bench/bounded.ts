import { mapBounded } from '../client/bounded';

/** So many at a time, as many in all. */
export async function repeatBounded(
  times: number,
  atOnce: number,
  task: (index: number) => Promise<void>,
): Promise<void> {
  await mapBounded([...Array(times).keys()], atOnce, task);
}
