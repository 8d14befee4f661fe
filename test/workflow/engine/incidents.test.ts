import { DeliveryRefused } from '../../../activities/channels/delivery-errors';
import { chineseCalendar } from '../../../calendar/chinese';
import { shiftedClock } from '../../../domain/plan-clock';
import { instantAt } from '../paths/play';
import { startServer, type Server } from '../server';
import { failedTasks, startProblem } from './problem';

let server: Server;
const letter = { channel: 'list', key: 'k', person: 'handler' };
let calendarIsBroken = false;
let channelIsBroken = false;

beforeAll(async () => {
  server = await startServer({
    calendar: {
      ...chineseCalendar,
      isWorkday: (date) => {
        if (calendarIsBroken) throw new Error('日历读不出');
        return chineseCalendar.isWorkday(date);
      },
    },
    beforeSending: () => {
      if (channelIsBroken) throw new DeliveryRefused(letter, '没有这个信箱');
    },
  });
});
afterAll(async () => server.stop());

interface View {
  readonly state: string;
  readonly incidents: readonly {
    readonly id: string;
    readonly name: string;
    readonly parked: { readonly error: { readonly message: string } };
  }[];
  readonly timers: readonly unknown[];
}

test('an activity that fails for good parks as an incident, the problem lives on, retry re-drives it', async () => {
  calendarIsBroken = true;
  const realAt = new Date(await server.env.currentTimeMs()).toISOString();
  const clock = shiftedClock(realAt, instantAt('2025-06-03 10:00'));
  const handle = await startProblem(server, { clock });
  await server.env.sleep('1 hour');
  const parked = await handle.query<View>('view');
  expect(parked.incidents).toMatchObject([
    { name: 'schedule', parked: { error: { message: '日历读不出' } } },
  ]);
  expect(parked.timers).toEqual([]);
  await handle.executeUpdate('report', { args: [{ by: 'handler', text: '照常' }] });
  const none = handle.executeUpdate('retryIncident', { args: [{ effect: 'none', by: 'office' }] });
  await expect(none).rejects.toThrow();
  await expect(handle.executeUpdate('retryIncident', { args: [null] })).rejects.toThrow();
  calendarIsBroken = false;
  const effect = parked.incidents[0]?.id;
  await handle.executeUpdate('retryIncident', { args: [{ effect, by: 'office' }] });
  await server.env.sleep('5 seconds');
  const mended = await handle.query<View>('view');
  expect(mended.incidents).toEqual([]);
  expect(mended.timers).toHaveLength(1);
  const lines = server.journal(handle.workflowId);
  expect(lines.map(({ kind }) => kind)).toEqual([
    'begun',
    'incident',
    'accepted',
    'notice',
    'outcome',
  ]);
  expect(lines[3]).toMatchObject({ event: 'retry', by: { decidedBy: 'office' }, cause: effect });
  expect(await failedTasks(server, handle)).toBe(0);
});

test('a message that cannot be delivered waits as an incident of its digest and is sent once it can be', async () => {
  channelIsBroken = true;
  const realAt = new Date(await server.env.currentTimeMs()).toISOString();
  const clock = shiftedClock(realAt, instantAt('2100-06-22 12:00'));
  const handle = await startProblem(server, { clock });
  await server.env.sleep('22 hours');
  const digest = server.client.workflow.getHandle('digest/-/handler/2100-06-23/daily');
  const { incidents } = await digest.query<View>('view');
  expect(incidents).toMatchObject([{ name: 'deliver' }]);
  expect(server.messages).toEqual([]);
  channelIsBroken = false;
  await digest.executeUpdate('retryIncident', {
    args: [{ effect: incidents[0]?.id, by: 'office' }],
  });
  await server.env.sleep('5 seconds');
  expect(server.messages.map(({ to }) => to.person)).toEqual(['handler']);
  expect((await handle.query<View>('view')).incidents).toEqual([]);
});
