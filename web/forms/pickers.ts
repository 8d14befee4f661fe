/** Which fields of which events are chosen from what is known, and are not typed. */
import type { Role } from '../../domain/words';

export type Picker =
  | { readonly what: 'person' | 'people'; readonly role: Role | null }
  | { readonly what: 'departments' | 'measure' | 'subFinding' };

const pickers: Readonly<Record<string, Picker>> = {
  'assign.assisting': { what: 'departments' },
  'assign.handlers': { what: 'people', role: 'handler' },
  'assign.departmentHead': { what: 'person', role: 'departmentHead' },
  'assign.responsibleLeader': { what: 'person', role: 'responsibleLeader' },
  'accept.handlers': { what: 'people', role: 'handler' },
  'reassign.from': { what: 'person', role: null },
  'reassign.to': { what: 'person', role: null },
  'completeMeasure.ordinal': { what: 'measure' },
  'settleSubFinding.number': { what: 'subFinding' },
};

/** Null for what is typed. */
export function pickerOf(event: string, field: string): Picker | null {
  return pickers[`${event}.${field}`] ?? null;
}
