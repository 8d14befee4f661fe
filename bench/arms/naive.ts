/** Arm `naive`: a live XState actor inside a workflow, its timers made by the sandbox's setTimeout, its promises by activities. */
import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  currentUpdateInfo,
  defineQuery,
  defineUpdate,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { createActor, fromPromise, type AnyMachineSnapshot } from 'xstate';
import { retrying } from './activity-options';
import {
  attributesOf,
  detailsOf,
  recordingSummary,
  reviewSummary,
  type Approve,
  type By,
  type Extend,
  type RemindInput,
  type Reopen,
  type ReviewInput,
  type ReviewResult,
  type Stage,
  type Submit,
  type TicketActivities,
  type TicketAnswer,
  type TicketInput,
  type TicketLine,
  type TicketOutput,
} from './ticket';
import { factsOf } from './ticket-facts';
import { ticketMachine, type TicketEvent } from './ticket-machine';

const { record, remind, review } = proxyActivities<TicketActivities>(retrying);

const types = {
  Title: 'TEXT',
  Stage: 'KEYWORD',
  Lamp: 'KEYWORD',
  Round: 'INT',
  DueAt: 'DATETIME',
  NextAt: 'DATETIME',
} as const;

export async function ticket(input: TicketInput, reopen?: Reopen): Promise<TicketOutput> {
  const { workflowId } = workflowInfo();
  const lines: TicketLine[] = [];
  const shown = new Map<string, unknown>();
  let sequence = 0;
  let effects = 0;
  let from: string = '';

  const keyOf = (): string => `${workflowId}/${sequence}/${(effects += 1)}`;

  const machine = ticketMachine.provide({
    actors: {
      review: fromPromise<ReviewResult, ReviewInput>(({ input: request }) =>
        review.executeWithOptions({ summary: reviewSummary }, [{ key: keyOf(), input: request }]),
      ),
    },
    actions: {
      remind: (_args, request: RemindInput) => void remind({ key: keyOf(), input: request }),
    },
    delays: {
      reminder: ({ context }) => Math.max(Date.parse(context.remindAt) - Date.now(), 0),
      deadline: ({ context }) => Math.max(Date.parse(context.dueAt) - Date.now(), 0),
    },
  });
  const actor = createActor(machine, { input });

  function note(event: { readonly type: string; readonly output?: unknown }): void {
    sequence += 1;
    const snapshot = actor.getSnapshot();
    const { lamp, round } = snapshot.context;
    const to = snapshot.value as Stage;
    const at = new Date().toISOString();
    lines.push({
      ...{ sequence, at, ...lineOf(event), from, to, shown: { lamp, round }, reason: null },
    });
    from = to;
  }

  function show(snapshot: AnyMachineSnapshot): void {
    const facts = factsOf(snapshot);
    setCurrentDetails(detailsOf(facts));
    const changed = Object.entries(attributesOf(facts)).filter(
      ([name, value]) => (shown.get(name) ?? null) !== value,
    );
    for (const [name, value] of changed) shown.set(name, value);
    if (changed.length > 0) upsertSearchAttributes(changed.map(pairOf));
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

  function send(event: TicketEvent): TicketAnswer {
    actor.send(event);
    const snapshot = actor.getSnapshot();
    const { lamp, round } = snapshot.context;
    const state = snapshot.value as Stage;
    return { sequence, duplicate: false, state, shown: { lamp, round } };
  }

  function validate(event: TicketEvent): void {
    if (!actor.getSnapshot().can(event))
      throw ApplicationFailure.nonRetryable(`${event.type} is not accepted here`, 'Refused');
  }

  function accepts<C extends { readonly by: string }>(type: TicketEvent['type']): void {
    const eventOf = (command: C) =>
      ({ ...command, type, by: { person: command.by } }) as unknown as TicketEvent;
    setHandler(defineUpdate<TicketAnswer, [C]>(type), (command) => send(eventOf(command)), {
      validator: (command) => validate(eventOf(command)),
    });
  }

  accepts<Submit>('submit');
  accepts<Extend>('extend');
  accepts<Approve>('approve');
  setHandler(defineQuery('view'), () => factsOf(actor.getSnapshot()));
  actor.system.inspect((inspection) => {
    if (inspection.type === '@xstate.snapshot' && inspection.actorRef === actor)
      note(inspection.event);
  });

  actor.start();
  void recordLines();
  if (reopen !== undefined)
    send({ type: 'reopen', reason: reopen.reason, by: { person: reopen.by } });
  show(actor.getSnapshot());
  actor.subscribe(show);

  await condition(() => actor.getSnapshot().status === 'done');
  await condition(() => lines.length === 0 && allHandlersFinished());
  return actor.getSnapshot().output as TicketOutput;
}

function lineOf(event: { readonly type: string; readonly output?: unknown }) {
  if (event.type === 'xstate.init')
    return { kind: 'begun', event: 'begin', fields: null, by: null, cause: null } as const;
  if (event.type.startsWith('xstate.done'))
    return {
      kind: 'outcome',
      event: 'review',
      fields: event.output,
      by: null,
      cause: event.type,
    } as const;
  if (event.type.startsWith('xstate.after'))
    return { kind: 'timer', event: event.type, fields: null, by: null, cause: event.type } as const;
  const { type, by, ...fields } = event as { type: string; by?: By };
  return {
    kind: 'accepted',
    event: type,
    fields,
    by: by ?? null,
    cause: currentUpdateInfo()?.id ?? null,
  } as const;
}

function pairOf([name, value]: [string, unknown]): SearchAttributeUpdatePair {
  const type = types[name as keyof typeof types];
  const typed = type === 'DATETIME' && value !== null ? new Date(value as string) : value;
  return { key: defineSearchAttributeKey(name, type), value: typed } as SearchAttributeUpdatePair;
}
