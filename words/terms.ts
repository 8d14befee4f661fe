/** The words of the field: what stands in search attributes, journal and ledger, as people read it. */
import { roleTerms } from '../domain/role-terms';
import type { Kind, Lamp, Role, Status } from '../domain/words';
import { kindWords, lampWords, stageWords, statusWords, type Stage } from '../machines';
import { catalogue } from './catalogue';

interface Terms {
  readonly stages: Readonly<Record<Stage, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly lamps: Readonly<Record<Lamp, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly roles: Readonly<Record<Role, string>>;
}

export const terms = catalogue<Terms>(
  {
    stages: stageWords,
    kinds: kindWords,
    lamps: lampWords,
    statuses: statusWords,
    roles: roleTerms,
  },
  {
    stages: {
      unassigned: 'to be assigned',
      accepting: 'to be accepted',
      planning: 'awaiting plan approval',
      rectifying: 'rectifying',
      suspended: 'suspended',
      reviewing: 'under review',
      upkeep: 'upkeep',
      signedOff: 'signed off',
      lookBack: 'awaiting look-back',
      closed: 'closed',
    },
    kinds: { immediate: 'immediate', timeLimited: 'time-limited', longTerm: 'long-term' },
    lamps: {
      normal: 'normal',
      approaching: 'blue (approaching)',
      behind: 'yellow (behind)',
      overdue: 'red (overdue)',
    },
    statuses: {
      completed: 'completed',
      phaseCompleted: 'phase completed, upkeep continues',
      inProgress: 'in progress',
      notCompleted: 'not completed',
    },
    roles: {
      handler: 'handler',
      departmentHead: 'department head',
      responsibleLeader: 'responsible leader',
      principal: 'principal',
      office: 'office',
      supervisor: 'supervisor',
      reader: 'reader',
    },
  },
);

/** The word for a value that came from the record: what is not known is shown as it is. */
export function termOf(words: Readonly<Record<string, string>>, value: string | null): string {
  if (value === null) return '';
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
