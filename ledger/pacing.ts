/**
 * How close transactions may follow one another. Each costs its five statements however many recordings it carries, and who
 * waits for a recording waits for nothing else: under load they are few and full. Pure; all in ms of one clock.
 */

/** From one transaction's begin to the next one's. */
const apartAtLeast = 50;
/** What people see lags behind no further than this. */
const apartAtMost = 300;
/** Of the time, while recordings keep coming, transactions take no more than this part. */
const share = 0.05;
/** So much distance may be owed: what comes now and then waits for nothing, nor does a handful one after another. */
const owedAtMost = 2000;

/**
 * @param earliest when this transaction could begin at the earliest, by the ones before it
 * @returns when the next one can
 */
export function earliestAfter(
  earliest: number,
  { begun, ended }: { readonly begun: number; readonly ended: number },
): number {
  const apart = Math.min(Math.max((ended - begun) / share, apartAtLeast), apartAtMost);
  return Math.max(earliest, begun - owedAtMost) + apart;
}
