/** Commands to one instance, typed by its machine's definition. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import type { EventDescription, FieldValues, Json, MayEvent, View } from '../core';
import type { Answer } from '../temporal';
import { migrateUpdate, retryUpdate } from '../temporal/engine-updates';
import { ask } from './ask';
import { isPutOff, refusalOf, RefusedError } from './refused';

type Events = { readonly [type: string]: EventDescription | undefined };
type FieldsOf<D> = D extends EventDescription ? FieldValues<D['fields']> : never;

/** Milliseconds until a run that was ending has made room for the next. */
const putOffMs = 50;

export interface Sending {
  /** Who sends, as the host's `sender` reads it. */
  readonly by: Json;
  /** The same id again is applied once and answered the same; made up where it is not given. */
  readonly id?: string;
}

export interface Commands<E extends Events> {
  /**
   * Sends an event and waits until it is applied.
   *
   * @throws RefusedError when the machine does not take it; the SDK's errors when no answer came: send again with the same id
   */
  readonly send: <T extends keyof E & string>(
    type: T,
    fields: FieldsOf<E[T]>,
    sending: Sending,
  ) => Promise<Answer>;
  /** How it stands; `by`: whose possible events it names. */
  readonly view: (by?: Json) => Promise<View>;
  /** What this sender can send now. */
  readonly may: (by: Json) => Promise<readonly MayEvent[]>;
  /** Takes an incident up again by its effect's id. */
  readonly retry: (effect: string, sending: Sending) => Promise<Answer>;
  /** Moves it to another version of its machine. @throws RefusedError naming what is in the way */
  readonly migrate: (to: string, sending: Sending) => Promise<Answer>;
}

/** The commands that an instance of this definition takes. */
export function commandsTo<E extends Events>(
  handle: WorkflowHandle,
  _definition: { readonly events: E },
): Commands<E> {
  const update = async (name: string, fields: object, { by, id }: Sending): Promise<Answer> => {
    const options = { args: [{ ...fields, by }] as [unknown], updateId: id ?? randomUUID() };
    for (;;) {
      try {
        return await handle.executeUpdate<Answer, [unknown]>(name, options);
      } catch (error) {
        const refused = refusalOf(error);
        if (refused !== null) throw new RefusedError(refused, error);
        if (!isPutOff(error)) throw error;
      }
      await pause(putOffMs);
    }
  };
  return {
    send: (type, fields, sending) => update(type, fields, sending),
    view: (by = null) => ask<View, [Json]>(handle, 'view', by),
    may: async (by) => {
      const [mine = []] = await ask<readonly (readonly MayEvent[])[], [readonly Json[]]>(
        handle,
        'may',
        [by],
      );
      return mine;
    },
    retry: (effect, sending) => update(retryUpdate, { effect }, sending),
    migrate: (to, sending) => update(migrateUpdate, { to }, sending),
  };
}
