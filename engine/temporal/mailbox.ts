/** Updates, signals and queries. A signal is applied at once, an update in its turn; neither starts anything: the main loop does that. */
import {
  ApplicationFailure,
  currentUpdateInfo,
  defineQuery,
  defineSignal,
  defineUpdate,
  setDefaultSignalHandler,
  setDefaultUpdateHandler,
  setHandler,
} from '@temporalio/workflow';
import {
  because,
  isRecord,
  may,
  migrate,
  noteRefused,
  persist,
  retry,
  step,
  viewOf,
  UnknownMachineError,
  type Envelope,
  type JsonObject,
  type Migrated,
  type Refused,
} from '../core';
import { migrateUpdate, retryUpdate } from './engine-updates';
import { putOffType, type Answer } from './host';
import type { Inbox } from './inbox';
import type { Instance } from './instance';
import { readEnvelope } from './read-envelope';

/** Opens the mailbox. The state must be there already: messages that wait are handled while this runs. */
export function openMailbox(instance: Instance, inbox: Inbox): void {
  setDefaultSignalHandler((name, ...args) => onSignal(instance, name, args[0]));
  setDefaultUpdateHandler((name, ...args) => onUpdate(instance, inbox, name, args[0]));
  for (const [type, description] of eventsOf(instance)) {
    setHandler(defineSignal<[unknown]>(type), (raw) => onSignal(instance, type, raw), {
      description,
    });
    setHandler(
      defineUpdate<Answer, [unknown]>(type),
      (raw) => onUpdate(instance, inbox, type, raw),
      {
        validator: (raw) => validate(instance, type, raw),
        description,
      },
    );
  }
  setHandler(defineUpdate<Answer, [unknown]>(retryUpdate), (raw) =>
    inbox.put(() => onRetry(instance, raw)),
  );
  setHandler(defineUpdate<Answer, [unknown]>(migrateUpdate), (raw) =>
    inbox.put(() => onMigrate(instance, raw)),
  );
  answerQueries(instance);
}

function answerQueries(instance: Instance): void {
  const { host } = instance;
  setHandler(defineQuery<unknown, [unknown]>('view'), (by) =>
    viewOf(instance.state, host.sender(by), instance.now()),
  );
  setHandler(defineQuery<unknown, [readonly unknown[]]>('may'), (senders) =>
    (Array.isArray(senders) ? senders : []).map((by) =>
      may(instance.state, host.sender(by), instance.now()),
    ),
  );
  setHandler(defineQuery<number>('backlog'), () => instance.state.work.length);
  setHandler(defineQuery<unknown>('state'), () => persist(instance.state));
}

/** The events of every machine this workflow may become, by name, with what people call them. */
function eventsOf(instance: Instance): ReadonlyMap<string, string> {
  const all = instance.host.registry.all.flatMap((definition) => Object.entries(definition.events));
  return new Map(all.map(([type, description]) => [type, description.title]));
}

function validate(instance: Instance, type: string, raw: unknown): void {
  if (instance.putsOff) throw putOff(type);
  const envelope = updateEnvelope(instance, type, raw);
  const result = step(instance.outlook, envelope);
  if (result.kind === 'refused') throw refusal(type, result);
  instance.remember(envelope, result);
}

function onUpdate(instance: Instance, inbox: Inbox, type: string, raw: unknown): Promise<Answer> {
  const envelope = updateEnvelope(instance, type, raw);
  return inbox.put(() => applyUpdate(instance, type, envelope));
}

function applyUpdate(instance: Instance, type: string, envelope: Envelope): Answer {
  const result = instance.recall(envelope) ?? step(instance.state, envelope);
  if (result.kind === 'refused') throw refusal(type, result);
  if (result.kind === 'duplicate') return answer(instance, result.sequence, true);
  const sequence = instance.state.sequence + 1;
  instance.apply(result);
  return answer(instance, sequence, false);
}

function onSignal(instance: Instance, type: string, raw: unknown): void {
  const { workflow, sequence } = instance.state;
  const id = `${workflow}/signal/${sequence + instance.tooLate.length + 1}`;
  takeSignal(instance, readEnvelope(instance.host, type, raw, id, instance.now()));
}

/** Applies it, keeps it for the next life where there may be one, or notes in the journal why it is refused. */
export function takeSignal(instance: Instance, envelope: Envelope): void {
  const { state } = instance;
  const result = step(state, envelope);
  if (result.kind === 'accepted') instance.apply(result);
  if (result.kind !== 'refused') return;
  const comesTooLate = result.why.every(({ code }) => code === 'finished');
  if (comesTooLate && state.definition.again !== undefined) instance.keepForLater(envelope);
  else instance.apply(noteRefused(state, envelope, result));
}

function onRetry(instance: Instance, raw: unknown): Answer {
  const { effect, by } = isRecord(raw) ? raw : {};
  const id = typeof effect === 'string' ? effect : '';
  const taken = retry(instance.state, id, instance.now(), instance.host.sender(by));
  if (taken === null) {
    throw ApplicationFailure.create({
      message: `no incident ${id}`,
      type: 'Refused',
      nonRetryable: true,
    });
  }
  instance.apply(taken);
  return answer(instance, instance.state.sequence, false);
}

/** Asked again for the version it is on, it answers as before. */
function onMigrate(instance: Instance, raw: unknown): Answer {
  const { state, host } = instance;
  const { to, by } = isRecord(raw) ? raw : {};
  const version = typeof to === 'string' ? to : '';
  if (state.definition.version === version) return answer(instance, state.sequence, true);
  const { accepted, plan } = migrated(instance, version, host.sender(by));
  if (accepted === null) throw staying(version, plan.obstacles);
  instance.apply(accepted);
  return answer(instance, instance.state.sequence, false);
}

function migrated(instance: Instance, version: string, by: JsonObject | null): Migrated {
  try {
    return migrate(instance.state, version, instance.now(), by);
  } catch (error) {
    if (!(error instanceof UnknownMachineError)) throw error;
    throw staying(version, [`${error.message} on this worker`]);
  }
}

function staying(version: string, obstacles: readonly string[]): ApplicationFailure {
  const why = obstacles.map((obstacle) => because('error', obstacle));
  return refusal(`cannot move to version ${version}`, { kind: 'refused', why, accepts: [] });
}

function updateEnvelope(instance: Instance, type: string, raw: unknown): Envelope {
  const id =
    currentUpdateInfo()?.id ?? `${instance.state.workflow}/update/${instance.state.sequence + 1}`;
  return { ...readEnvelope(instance.host, type, raw, id, instance.now()), id };
}

/** Not judged and not applied: the same id again goes to the next run, a moment later. Leaves no trace in the history. */
function putOff(type: string): ApplicationFailure {
  return ApplicationFailure.create({
    message: `${type}: the run is ending; send it again under the same id`,
    type: putOffType,
    nonRetryable: true,
  });
}

function refusal(type: string, refused: Refused): ApplicationFailure {
  return ApplicationFailure.create({
    message: `${type}: ${refused.why.map((why) => why.text).join('; ')}`,
    type: 'Refused',
    nonRetryable: true,
    details: [refused],
  });
}

function answer(instance: Instance, sequence: number, duplicate: boolean): Answer {
  const { state, brief } = instance.standing();
  return { sequence, duplicate, state, shown: brief };
}
