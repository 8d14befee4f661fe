/**
 * What a problem must be after the commands it accepted, said once more and independently: a table of who may do what
 * where, and what that leads to. Knows nothing of the engine and the machines.
 */
import type { Kind } from '../../domain/words';

export type Place =
  'accepting' | 'planning' | 'rectifying' | 'suspended' | 'reviewing' | 'upkeep' | 'signedOff';

/** A problem as the model has it. */
export interface Life {
  readonly place: Place;
  /** 1: the department head's step, then the leader's, then the office's; 0 outside review. */
  readonly step: number;
  readonly submittedBy: string | null;
  /** Who has reported this cycle of upkeep; null where nobody has. */
  readonly upkeepBy: string | null;
  readonly cycle: number;
  readonly urged: boolean;
  readonly flagged: boolean;
  readonly progress: string | null;
  readonly round: number;
}

/** What does not change in this run. */
export interface Setting {
  readonly kind: Kind;
  readonly department: string;
  /** Cycles of upkeep. */
  readonly cycles: number;
}

export interface Deed {
  readonly event: string;
  /** A person's id; null for the rectification. */
  readonly by: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The plan's day on which it is done. */
  readonly today: string;
}

export const beginning: Life = {
  place: 'accepting',
  step: 0,
  submittedBy: null,
  upkeepBy: null,
  cycle: 0,
  urged: false,
  flagged: false,
  progress: null,
  round: 1,
};

interface Rule {
  readonly at: readonly Place[];
  /** Roles by the ids of this run's people; null: the rectification itself. */
  readonly by: readonly string[] | null;
  readonly if?: (life: Life, deed: Deed, setting: Setting) => boolean;
  readonly then: (life: Life, deed: Deed, setting: Setting) => Partial<Life>;
}

const department = ['handler', 'head'];
const anywhere: readonly Place[] = [
  'accepting',
  'planning',
  'rectifying',
  'suspended',
  'reviewing',
  'upkeep',
  'signedOff',
];
const working: readonly Place[] = ['planning', 'rectifying'];

const reviewers = ['head', 'leader', 'office'];
const back = { place: 'rectifying', step: 0, submittedBy: null, flagged: true } as const;
const again = { ...back, upkeepBy: null, cycle: 0 } as const;

const rules: { readonly [event: string]: readonly Rule[] } = {
  accept: [
    {
      at: ['accepting'],
      by: department,
      then: (_life, _deed, { kind }) => ({
        place: kind === 'immediate' ? 'rectifying' : 'planning',
      }),
    },
  ],
  plan: [{ at: ['planning'], by: [...department, 'office'], then: () => ({}) }],
  planApproved: [{ at: ['planning'], by: null, then: () => ({ place: 'rectifying' }) }],
  report: [
    {
      at: working,
      by: [...department, 'office'],
      then: (_life, { fields }) => ({ progress: String(fields['text']) }),
    },
  ],
  flag: [{ at: working, by: ['office'], then: () => ({ flagged: true }) }],
  unflag: [
    { at: working, by: ['office'], if: ({ flagged }) => flagged, then: () => ({ flagged: false }) },
  ],
  submit: [
    {
      at: ['rectifying'],
      // This run's heads never submit: who then takes their step of the review is another test's business.
      by: ['handler'],
      then: (_life, { by }) => ({ place: 'reviewing', step: 1, submittedBy: by }),
    },
  ],
  approve: [
    { at: ['reviewing'], by: reviewers, if: isTurn, then: (life) => ({ step: life.step + 1 }) },
  ],
  return: [
    { at: ['reviewing'], by: reviewers, if: isTurn, then: () => back },
    { at: ['reviewing', 'upkeep', 'signedOff'], by: ['supervisor'], then: () => again },
  ],
  suspend: [{ at: ['rectifying'], by: ['office'], then: () => ({ place: 'suspended' }) }],
  resume: [{ at: ['suspended'], by: ['office'], then: () => ({ place: 'rectifying' }) }],
  reportUpkeep: [
    {
      at: ['upkeep'],
      by: department,
      if: ({ upkeepBy }) => upkeepBy === null,
      then: (_life, { by }) => ({ upkeepBy: by }),
    },
  ],
  acceptUpkeep: [
    {
      at: ['upkeep'],
      by: ['office'],
      if: ({ upkeepBy }) => upkeepBy !== null,
      then: ({ cycle }, _deed, { cycles }) =>
        cycle >= cycles
          ? { place: 'signedOff', upkeepBy: null, cycle: 0, flagged: false }
          : { cycle: cycle + 1, upkeepBy: null },
    },
  ],
  returnUpkeep: [
    {
      at: ['upkeep'],
      by: ['office'],
      if: ({ upkeepBy }) => upkeepBy !== null,
      then: () => ({ upkeepBy: null }),
    },
  ],
  relapse: [
    {
      at: ['upkeep', 'signedOff'],
      by: ['office', 'supervisor'],
      then: ({ round }) => ({ ...again, round: round + 1 }),
    },
  ],
  spotCheck: [{ at: anywhere, by: ['supervisor'], then: () => ({}) }],
  urge: [
    {
      at: anywhere,
      by: ['supervisor', 'office', 'principal', 'leader'],
      if: (_life, { fields, today }) => String(fields['due']) >= today,
      then: () => ({ urged: true }),
    },
  ],
  acknowledge: [
    {
      at: anywhere,
      by: [...department, 'leader'],
      if: ({ urged }) => urged,
      then: () => ({ urged: false }),
    },
  ],
};

/** The life after a deed; null when it may not be done here, or not by this person. */
export function after(life: Life, deed: Deed, setting: Setting): Life | null {
  const rule = (rules[deed.event] ?? []).find(
    (each) =>
      each.at.includes(life.place) &&
      mayAct(each, deed, setting) &&
      (each.if?.(life, deed, setting) ?? true),
  );
  return rule === undefined
    ? null
    : passed({ ...life, ...rule.then(life, deed, setting) }, setting);
}

/** The stage as the system names it. */
export function stageOf({ place }: Life): string {
  return place;
}

function mayAct({ by }: Rule, deed: Deed, { department: own }: Setting): boolean {
  if (by === null || deed.by === null) return by === deed.by;
  const [role = '', of = own] = deed.by.split('-');
  return by.includes(role) && of === own;
}

/** Nobody reviews what they submitted; a step is for its own role alone. */
function isTurn({ step, submittedBy }: Life, { by }: Deed): boolean {
  return by !== null && by !== submittedBy && by.split('-')[0] === reviewers[step - 1];
}

/** Past the office's step: signed off, or for the long term its phase result, from which upkeep goes on. */
function passed(life: Life, { kind }: Setting): Life {
  if (life.place !== 'reviewing' || life.step <= reviewers.length) return life;
  const settled = { ...life, step: 0, flagged: false };
  return kind === 'longTerm'
    ? { ...settled, place: 'upkeep', cycle: 1, upkeepBy: null }
    : { ...settled, place: 'signedOff' };
}
