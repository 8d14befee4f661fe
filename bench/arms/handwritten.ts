/** Arm `handwritten`: the ticket as one writes it for Temporal by hand, straight down, with no machine and no engine. */
import {
  ApplicationFailure,
  CancellationScope,
  allHandlersFinished,
  condition,
  defineQuery,
  defineUpdate,
  isCancellation,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { retrying } from './activity-options';
import {
  deadlineSummary,
  detailsOf,
  recordingSummary,
  reminderSummary,
  reviewSummary,
  type Approve,
  type By,
  type Extend,
  type Facts,
  type Lamp,
  type Reopen,
  type Stage,
  type Submit,
  type TicketActivities,
  type TicketAnswer,
  type TicketInput,
  type TicketLine,
  type TicketOutput,
} from './ticket';

const { record, remind, review } = proxyActivities<TicketActivities>(retrying);

const submit = defineUpdate<TicketAnswer, [Submit]>('submit');
const extend = defineUpdate<TicketAnswer, [Extend]>('extend');
const approve = defineUpdate<TicketAnswer, [Approve]>('approve');
const view = defineQuery<Facts>('view');

const keys = {
  title: defineSearchAttributeKey('Title', 'TEXT'),
  stage: defineSearchAttributeKey('Stage', 'KEYWORD'),
  lamp: defineSearchAttributeKey('Lamp', 'KEYWORD'),
  round: defineSearchAttributeKey('Round', 'INT'),
  dueAt: defineSearchAttributeKey('DueAt', 'DATETIME'),
  nextAt: defineSearchAttributeKey('NextAt', 'DATETIME'),
};

export async function ticket(input: TicketInput, reopen?: Reopen): Promise<TicketOutput> {
  const { title, owner, reviewer, round } = input;
  const { workflowId } = workflowInfo();
  let stage: Stage = 'working';
  let lamp: Lamp = 'normal';
  let text = '';
  let extensions = 0;
  let { remindAt, dueAt } = input;
  let clock = new CancellationScope();

  let sequence = 0;
  const lines: TicketLine[] = [];

  function note(line: Pick<TicketLine, 'kind' | 'event'> & Partial<TicketLine>): void {
    sequence += 1;
    const at = new Date().toISOString();
    const blank = { fields: null, by: null, cause: null, from: stage, to: stage, reason: null };
    lines.push({ sequence, at, ...blank, ...line, shown: { lamp, round } });
  }

  async function recordLines(): Promise<never> {
    for (;;) {
      await condition(() => lines.length > 0);
      const waiting = [...lines];
      const summary = recordingSummary(waiting[0]?.sequence ?? sequence, sequence);
      await record.executeWithOptions({ summary }, [{ workflow: workflowId, lines: waiting }]);
      lines.splice(0, waiting.length);
    }
  }

  function facts(): Facts {
    const isWorking = stage === 'working';
    const next = isWorking && lamp === 'normal' ? remindAt : null;
    return { title, stage, lamp, round, remindAt: next, dueAt: isWorking ? dueAt : null };
  }

  function show(...changed: readonly SearchAttributeUpdatePair[]): void {
    setCurrentDetails(detailsOf(facts()));
    upsertSearchAttributes([...changed]);
  }

  function showDates(...others: readonly SearchAttributeUpdatePair[]): void {
    const { remindAt: next, dueAt: due } = facts();
    const dateOf = (instant: string | null) => (instant === null ? null : new Date(instant));
    show(
      ...others,
      { key: keys.dueAt, value: dateOf(due) },
      { key: keys.nextAt, value: dateOf(next ?? due) },
    );
  }

  async function remindOwner(reached: Lamp, instant: string, summary: string): Promise<void> {
    await sleep(Math.max(Date.parse(instant) - Date.now(), 1), { summary });
    lamp = reached;
    note({ kind: 'timer', event: reached, cause: `${workflowId}/${reached}` });
    showDates({ key: keys.lamp, value: lamp });
    const request = { title, to: owner, lamp, dueAt: instant };
    const key = `${workflowId}/${sequence}/remind`;
    void CancellationScope.nonCancellable(() => remind({ key, input: request }));
  }

  function startClock(): void {
    clock = new CancellationScope();
    const timers = clock.run(() =>
      Promise.all([
        remindOwner('approaching', remindAt, reminderSummary),
        remindOwner('overdue', dueAt, deadlineSummary),
      ]),
    );
    timers.catch((error: unknown) => {
      if (!isCancellation(error)) throw error;
    });
  }

  function calmDown(): readonly SearchAttributeUpdatePair[] {
    if (lamp === 'normal') return [];
    lamp = 'normal';
    return [{ key: keys.lamp, value: lamp }];
  }

  function answer(): TicketAnswer {
    return { sequence, duplicate: false, state: stage, shown: { lamp, round } };
  }

  setHandler(
    submit,
    ({ text: sent, by }) => {
      clock.cancel();
      text = sent;
      stage = 'reviewing';
      const calmed = calmDown();
      note({ ...command('submit', by, { text }), from: 'working' });
      showDates({ key: keys.stage, value: stage }, ...calmed);
      return answer();
    },
    { validator: ({ by }) => allow(stage === 'working', by === owner, 'only the owner may') },
  );

  setHandler(
    extend,
    (dates) => {
      clock.cancel();
      ({ remindAt, dueAt } = dates);
      extensions += 1;
      const calmed = calmDown();
      note(command('extend', dates.by, { remindAt, dueAt }));
      showDates(...calmed);
      startClock();
      return answer();
    },
    { validator: ({ by }) => allow(stage === 'working', by === reviewer, 'only the reviewer may') },
  );

  setHandler(
    approve,
    ({ text: opinion, by }) => {
      stage = 'done';
      note({ ...command('approve', by, { text: opinion }), from: 'approving' });
      show({ key: keys.stage, value: stage });
      return answer();
    },
    {
      validator: ({ by }) => allow(stage === 'approving', by === reviewer, 'only the reviewer may'),
    },
  );

  setHandler(view, facts);

  note({ kind: 'begun', event: 'begin', from: '', to: reopen === undefined ? stage : 'closed' });
  if (reopen !== undefined)
    note({ ...command('reopen', reopen.by, { reason: reopen.reason }), from: 'closed' });
  void recordLines();
  startClock();
  showDates(
    { key: keys.title, value: title },
    { key: keys.stage, value: stage },
    { key: keys.lamp, value: lamp },
    { key: keys.round, value: round },
  );

  await condition(() => stage === 'reviewing');
  const key = `${workflowId}/${sequence}/review`;
  const result = await review.executeWithOptions({ summary: reviewSummary }, [
    { key, input: { title, text } },
  ]);

  stage = 'approving';
  note({
    ...{ kind: 'outcome', event: 'review', fields: result, cause: key, from: 'reviewing' },
  });
  show({ key: keys.stage, value: stage });

  await condition(() => stage === 'done');
  await condition(() => lines.length === 0 && allHandlersFinished());
  return { round, extensions };
}

function command(event: string, person: string, fields: object) {
  const by: By = { person };
  const cause = `${workflowInfo().workflowId}/${event}`;
  return { kind: 'accepted', event, fields, by, cause } as const;
}

function allow(inTime: boolean, permitted: boolean, why: string): void {
  if (!inTime) throw ApplicationFailure.nonRetryable('not accepted here', 'Refused');
  if (!permitted) throw ApplicationFailure.nonRetryable(why, 'Refused');
}
