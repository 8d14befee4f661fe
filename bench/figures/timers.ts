/** How late reminders go out when a thousand tickets are due in the same second. */
import { argumentsOf } from '../arms/arms';
import { repeatBounded } from '../bounded';
import type { Bench, Figure, Row } from '../figure';
import { estimateQuantile, exact, type Estimate } from '../statistics';
import { startTicket, ticketInput } from '../tickets';

const startedAtOnce = 64;

export const timers: Figure = {
  name: 'timers',
  title: 'Timers due together',
  measure: async (bench) => {
    const count = bench.options.quick ? 100 : 1000;
    const late = await lateness(bench, count);
    const row = (what: string, estimate: Estimate): Row => ({
      what: `${count} reminders due together: ${what}`,
      unit: 's',
      values: { ours: estimate },
    });
    const rows = [
      row('late, p50', estimateQuantile(late, 0.5)),
      row('late, p95', estimateQuantile(late, 0.95)),
      row('the last one late', exact(Math.max(...late))),
    ];
    return { rows, raw: late };
  },
};

/** Seconds from the instant all are due to each one's reminder going out. */
async function lateness(bench: Bench, count: number): Promise<readonly number[]> {
  const { world } = await bench.arms();
  bench.say('timers: how fast tickets start');
  const probe = Math.ceil(count / 10);
  const before = Date.now();
  await startAll(bench, probe, before + 86_400_000);
  const each = (Date.now() - before) / probe;
  const due = Date.now() + Math.ceil(each * count * 1.5) + 3000;
  bench.say(`timers: starting ${count} tickets due in ${Math.round((due - Date.now()) / 1000)} s`);
  await startAll(bench, count, due);
  if (Date.now() > due)
    throw new Error('the tickets were not all waiting when they were due: run again');
  const dueAt = new Date(due).toISOString();
  const reminded = () => world.reminded.filter((each) => each.dueAt === dueAt);
  bench.say(`timers: waiting for ${count} reminders`);
  while (reminded().length < count) await bench.pause(100);
  return reminded().map(({ at }) => (at - due) / 1000);
}

async function startAll(bench: Bench, count: number, due: number): Promise<void> {
  const { client, world } = await bench.arms();
  const input = { ...ticketInput(), remindAt: new Date(due).toISOString() };
  await repeatBounded(count, startedAtOnce, async () => {
    const { workflowId } = await startTicket(client, 'ours', argumentsOf('ours', input));
    await world.until(workflowId, 'working');
  });
}
