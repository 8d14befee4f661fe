/** The journal of one problem against the table of life: every accepted command must be one that could be accepted there. */
import { planDayAt, type PlanClock } from '../../domain/plan-clock';
import { after, beginning, stageOf, type Deed, type Life, type Setting } from './life';

/** A line of the journal as this run reads it. */
export interface Line {
  readonly sequence: number;
  /** The workflow's clock. */
  readonly at: string;
  readonly kind: string;
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>> | null;
  readonly by: { readonly decidedBy?: string; readonly workflow?: string } | null;
  readonly cause: string | null;
  readonly shown: { readonly stage?: string; readonly round?: number };
}

/** One accepted command and what it led to. */
export interface Step {
  readonly line: Line;
  readonly before: Life;
  readonly life: Life;
}

export interface History {
  readonly steps: readonly Step[];
  readonly last: Life;
  /** Where journal and model disagree, in words. */
  readonly disagreements: readonly string[];
}

export function historyOf(lines: readonly Line[], setting: Setting, clock: PlanClock): History {
  const steps: Step[] = [];
  const disagreements: string[] = [];
  let life = beginning;
  for (const line of lines) {
    const next = nextOf(line, life, setting, clock);
    if (line.kind === 'accepted' && next === null)
      disagreements.push(
        `line ${line.sequence}: ${line.event} cannot be accepted in ${life.place}`,
      );
    if (line.kind === 'refused' && next !== null)
      disagreements.push(`line ${line.sequence}: ${line.event} must be accepted in ${life.place}`);
    if (line.kind === 'accepted' && next !== null) {
      steps.push({ line, before: life, life: next });
      life = next;
    }
    if (!shows(line, life))
      disagreements.push(
        `line ${line.sequence}: ${line.event} shows ${line.shown.stage}, round ${line.shown.round}; the model has ${life.place}, round ${life.round}`,
      );
  }
  return { steps, last: life, disagreements };
}

function nextOf(line: Line, life: Life, setting: Setting, clock: PlanClock): Life | null {
  return line.kind === 'accepted' || line.kind === 'refused'
    ? after(life, deedOf(line, clock), setting)
    : null;
}

function deedOf({ event, by, fields, at }: Line, clock: PlanClock): Deed {
  const today = planDayAt(clock, at);
  return { event, by: by?.decidedBy ?? null, fields: fields ?? {}, today };
}

/** Time alone leads from signed off to the look-back, which this run does not hold. */
function shows({ shown }: Line, life: Life): boolean {
  const stage = shown.stage === 'lookBack' ? 'signedOff' : shown.stage;
  return stage === stageOf(life) && shown.round === life.round;
}
