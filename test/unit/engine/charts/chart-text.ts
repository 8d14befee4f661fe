/** A chart's configuration as text, what XState makes of actions and guards included: for the report of a difference. */

/** JSON with two blanks a level; functions show what they carry. */
export function chartText(config: unknown): string {
  return JSON.stringify(config, (_key, value: unknown) => plain(value), 2);
}

function plain(value: unknown): unknown {
  if (typeof value !== 'function') return value;
  const { type, event, id, delay, sendId, guards } = value as unknown as Carried;
  return type === undefined ? 'a function' : { type, event, id, delay, sendId, guards };
}

/** What the functions of `raise`, `cancel`, `emit`, `and`, `or`, `not` carry. */
interface Carried {
  readonly type?: string;
  readonly event?: unknown;
  readonly id?: unknown;
  readonly delay?: unknown;
  readonly sendId?: unknown;
  readonly guards?: unknown;
}
