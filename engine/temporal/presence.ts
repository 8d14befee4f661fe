/** What the Temporal UI shows of an instance: search attributes, upserted together and only when they change, and details. */
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import {
  defineSearchAttributeKey,
  type SearchAttributeType,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import type { Json } from '../core';
import { clip, detailsLimit } from './clip';
import type { Instance } from './instance';
import { privacy } from './privacy';

export class Presence {
  private readonly instance: Instance;
  private readonly shown = new Map<string, string>();
  private readonly hidden = new Set(privacy().hiddenAttributes);

  constructor(instance: Instance) {
    this.instance = instance;
    for (const { key, value } of workflowInfo().typedSearchAttributes.getAll())
      this.shown.set(key.name, plain(value));
  }

  /** Shows the state as it is now. */
  update(): void {
    const { state } = this.instance;
    const { describe } = state.definition;
    if (describe === undefined) return;
    setCurrentDetails(clip(describe.details(state), detailsLimit));
    const pairs = Object.entries(describe.attributes(state)).flatMap(([name, value]) =>
      this.changed(name, value),
    );
    if (pairs.length > 0) upsertSearchAttributes([...pairs, ...this.exposed(pairs)]);
  }

  private changed(name: string, value: Json): readonly SearchAttributeUpdatePair[] {
    const type = this.instance.host.attributes[name];
    if (type === undefined) return [];
    const text =
      value === null ? '' : plain(type === 'DATETIME' ? new Date(value as string) : value);
    if ((this.shown.get(name) ?? '') === text) return [];
    this.shown.set(name, text);
    // Decided by the true value: under other rules the same upserts are made, and a history replays.
    return [pair(name, type, this.hidden.has(name) ? null : value)];
  }

  /**
   * The other hidden ones, emptied along with what is upserted anyway: the server may still have them from before they were
   * hidden, and what replayed upserts left in the SDK's own memory does not tell.
   */
  private exposed(
    pairs: readonly SearchAttributeUpdatePair[],
  ): readonly SearchAttributeUpdatePair[] {
    const named = new Set(pairs.map(({ key }) => key.name));
    return Object.entries(this.instance.host.attributes)
      .filter(([name]) => this.hidden.has(name) && this.shown.has(name) && !named.has(name))
      .map(([name, type]) => pair(name, type, null));
  }
}

function pair(name: string, type: SearchAttributeType, value: Json): SearchAttributeUpdatePair {
  const key = defineSearchAttributeKey(name, type);
  const typed = value === null ? null : type === 'DATETIME' ? new Date(value as string) : value;
  return { key, value: typed } as SearchAttributeUpdatePair;
}

function plain(value: unknown): string {
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}
