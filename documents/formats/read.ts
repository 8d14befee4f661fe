// What reading gives: the value, and the slips that were survived.
import type { ImportWarning } from '../import-warning';

export interface Read<Value> {
  readonly value: Value;
  readonly warnings: readonly ImportWarning[];
}
