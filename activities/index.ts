/** All activities by the names under which the machines ask for them; made from what they need of the world. */
import type { Calendar } from '../domain/calendar';
import type { Digest } from '../domain/digest';
import type { ActivityRequest } from './activity-request';
import type { Channels } from './channels/channels';
import type { Deliveries } from './deliveries';
import { createDeliver, type DeliverOptions } from './deliver';
import type { Journal } from './journal';
import { createRecord } from './record';
import { createRemind, type AddToDigest } from './remind';
import { createSchedule, createScheduleMeasures } from './schedule';

export interface ActivityDependencies {
  readonly calendar: Calendar;
  readonly journal: Journal;
  readonly channels: Channels;
  readonly deliveries?: Deliveries;
  /** For people without a channel of their own. */
  readonly defaultChannel: string;
  /** Links, quiet hours and what else an installation sets of messages. */
  readonly delivering?: Omit<DeliverOptions, 'now'>;
  readonly addToDigest: AddToDigest;
  /** Real time, ISO 8601 UTC. */
  readonly now: () => string;
}

export function createActivities(dependencies: ActivityDependencies) {
  const { calendar, journal, channels, defaultChannel, deliveries, addToDigest, now } =
    dependencies;
  const options = { ...dependencies.delivering, now };
  const deliver = createDeliver(channels, defaultChannel, deliveries, options);
  return {
    schedule: createSchedule(calendar),
    scheduleMeasures: createScheduleMeasures(calendar),
    record: createRecord(journal),
    remind: createRemind(addToDigest, now),
    deliver: ({ input }: ActivityRequest<Digest>) => deliver(input),
  };
}

export type Activities = ReturnType<typeof createActivities>;
export { createLedgerDeliveries, noDeliveries, type Deliveries } from './deliveries';
export { createFileJournal, type Journal, type JournalLine } from './journal';
export { journalFiles } from './journal-files';
export { createLedgerJournal } from './ledger-journal';
