/** The guards of a problem: who may do what, when. Each is a question with yes or no; the words are in reasons.ts. */
import { walkChain } from '../../domain/chain-check';
import type { Assignment } from '../../domain/people';
import { holders, personOf } from '../../domain/people-rules';
import type { Role } from '../../domain/words';
import { isLastStep, type Chain } from '../chain';
import { urgedRoles } from './acting';
import { deciderOf, holdsOneOf, isKnown, recordsRightly } from '../senders';
import type { PetitionKind, ProblemContext } from './context';
import { isBeforeDate, workDueAt } from './dates';
import { assigned, reassignedTo } from './decisions';
import type { ProblemEvent } from './events';
import { toPlan } from '../../domain/plan-clock';
import { planDayOf } from '../../domain/plain-date';

interface Args {
  readonly context: ProblemContext;
  readonly event: ProblemEvent;
}

const by = (event: ProblemEvent): unknown => ('by' in event ? event.by : null);

const decider = (event: ProblemEvent): string => deciderOf(by(event)) ?? '';

/** Guards on the sender. */
export const senderRules = {
  recordsRightly: ({ context, event }: Args) => recordsRightly(by(event), context),
  isKnown: ({ context, event }: Args) => isKnown(by(event), context),
  isOffice: ({ context, event }: Args) => holdsOneOf(by(event), ['office'], context),
  isSupervisor: ({ context, event }: Args) => holdsOneOf(by(event), ['supervisor'], context),
  isOfficeOrSupervisor: ({ context, event }: Args) =>
    holdsOneOf(by(event), ['office', 'supervisor'], context),
  isDepartment: ({ context, event }: Args) => holdsOneOf(by(event), departmentRoles, context),
  isDepartmentHead: ({ context, event }: Args) =>
    holdsOneOf(by(event), ['departmentHead'], context),
  isDepartmentOrOffice: ({ context, event }: Args) =>
    holdsOneOf(by(event), [...departmentRoles, 'office'], context),
  mayCompleteMeasure: ({ context, event }: Args) =>
    holdsOneOf(by(event), [...departmentRoles, 'office'], context) ||
    (event.type === 'completeMeasure' && isOfMeasure(context, event.ordinal, decider(event))),
  mayUrge: ({ context, event }: Args) =>
    holdsOneOf(by(event), ['supervisor', 'office', 'principal', 'responsibleLeader'], context),
  isUrged: ({ context, event }: Args) => holdsOneOf(by(event), urgedRoles, context),
  isFromRectification: ({ context, event }: Args) => {
    const sender = by(event) as { readonly workflow?: unknown } | null;
    return sender?.workflow !== undefined && sender.workflow === context.rectification;
  },
};

const departmentRoles: readonly Role[] = ['handler', 'departmentHead'];

/** Guards on a chain of approvals. */
export const chainRules = {
  didNotSubmit: ({ context, event }: Args) => context.review?.barred[0] !== decider(event),
  didNotReview: ({ context, event }: Args) => !hasReviewed(context.review, decider(event)),
  isReviewer: ({ context, event }: Args) => isReviewer(context.review, decider(event)),
  didNotReportUpkeep: ({ context, event }: Args) => context.upkeep?.reportedBy !== decider(event),
  isLastReview: ({ context }: Args) => context.review !== null && isLastStep(context.review),
  didNotAsk: ({ context, event }: Args) => context.petition?.chain.barred[0] !== decider(event),
  didNotDecide: ({ context, event }: Args) =>
    !hasReviewed(context.petition?.chain ?? null, decider(event)),
  decidesPetition: ({ context, event }: Args) =>
    isReviewer(context.petition?.chain ?? null, decider(event)),
  isLastDecision: ({ context }: Args) =>
    context.petition !== null && isLastStep(context.petition.chain),
  isPetition: ({ context }: Args, params: { readonly kind: PetitionKind }) =>
    context.petition?.kind === params.kind,
};

/** Somebody of the measure's own department; of any measure's while none is named. */
function isOfMeasure(
  { measures, people }: ProblemContext,
  ordinal: number | undefined,
  id: string,
): boolean {
  const person = personOf(id, people);
  const works = person?.roles.some((role) => departmentRoles.includes(role)) ?? false;
  const named = measures.filter((one) => ordinal === undefined || one.ordinal === ordinal);
  return works && named.some(({ department }) => department === person?.department);
}

function hasReviewed(chain: Chain | null, person: string): boolean {
  return chain?.approvals.some((approval) => approval.by === person) ?? false;
}

function isReviewer(chain: Chain | null, person: string): boolean {
  return chain?.reviewer?.person.includes(person) ?? false;
}

/** Guards on what is asked for. Fields may be absent: then nothing speaks against them yet. */
export const contentRules = {
  isBeforeDate: ({ context }: Args) => isBeforeDate(context),
  isAfterDate: ({ context }: Args) => !isBeforeDate(context),
  extensionsLeft: ({ context }: Args) => context.extensions < context.policy.extension.limit,
  isLater: ({ context, event }: Args) => {
    const proposed = 'due' in event ? event.due : undefined;
    const old = context.waits.work?.schedule?.dueOn;
    return proposed === undefined || old === undefined || proposed > old;
  },
  isAhead: ({ context, event }: Args) => {
    const named = 'due' in event ? event.due : 'until' in event ? event.until : undefined;
    return named === undefined || named >= planDayOf(toPlan(context.clock, context.now));
  },
  hasNoPetition: ({ context }: Args) => context.petition === null,
  changesKind: ({ context, event }: Args) =>
    event.type !== 'requestReclassification' ||
    event.kind === undefined ||
    event.kind !== context.kind,
  knowsMeasure: ({ context, event }: Args) =>
    event.type !== 'completeMeasure' ||
    event.ordinal === undefined ||
    context.measures.some(
      (measure) => measure.ordinal === event.ordinal && measure.doneAt === null,
    ),
  knowsSubFinding: ({ context, event }: Args) =>
    context.subFindings.length > 0 &&
    (event.type !== 'settleSubFinding' || (event.number ?? 1) <= context.subFindings.length),
  knowsPeople: ({ context, event }: Args) =>
    namedPeople(event).every((id) => personOf(id, context.people) !== null),
  holdsRoles: ({ context, event }: Args) =>
    event.type !== 'assign' ||
    (holdsRole(context, event.departmentHead, 'departmentHead') &&
      holdsRole(context, event.responsibleLeader, 'responsibleLeader')),
  findsReviewers: ({ context, event }: Args) =>
    event.type !== 'assign' ||
    event.department === undefined ||
    chainHolds(context, assigned(context, event).assignment ?? context.assignment),
  keepsChain: ({ context, event }: Args) =>
    event.type !== 'reassign' ||
    event.to === undefined ||
    event.role === undefined ||
    chainHolds(context, reassignedTo(context.assignment, event)),
  replacesHolder: ({ context, event }: Args) =>
    event.type !== 'reassign' || event.from === undefined || holds(context, event.role, event.from),
  settlesRightly: ({ context, event }: Args) =>
    event.type !== 'settleSubFinding' ||
    (event.outcome !== 'withdrawn' && event.outcome !== 'explained') ||
    holdsOneOf(by(event), ['supervisor'], context),
  isOtherProblem: ({ context, event }: Args) =>
    event.type !== 'merge' || event.into !== context.seq,
  isAccused: ({ context }: Args) => context.behind !== null,
  hasWorkDate: ({ context }: Args) => workDueAt(context) !== null,
};

function holdsRole({ people }: ProblemContext, id: string | undefined, role: Role): boolean {
  return id === undefined || (personOf(id, people)?.roles.includes(role) ?? false);
}

/** True when the review chain can be walked to its end whichever handler submits. */
function chainHolds({ people, policy }: ProblemContext, assignment: Assignment): boolean {
  return holders('handler', assignment, people).every(
    (handler) => walkChain(policy.review.chain, handler.id, assignment, people).through,
  );
}

/** Guards that only choose the way. */
export const routeRules = {
  isLastCycle: ({ context }: Args) =>
    context.upkeep !== null && context.upkeep.cycle >= context.upkeep.cycles,
  passed: ({ event }: Args) => event.type !== 'lookBack' || event.verdict !== 'relapsed',
  asksOtherKind: ({ context, event }: Args) =>
    event.type === 'assign' && event.kind !== undefined && event.kind !== context.kind,
};

function holds({ assignment }: ProblemContext, role: string, id: string): boolean {
  if (role === 'handler') return assignment.handlers.includes(id);
  return (assignment as unknown as Readonly<Record<string, unknown>>)[role] === id;
}

function namedPeople(event: ProblemEvent): readonly string[] {
  switch (event.type) {
    case 'assign':
      return [...(event.handlers ?? []), event.departmentHead, event.responsibleLeader].filter(
        (id) => id !== undefined,
      );
    case 'accept':
      return event.handlers ?? [];
    case 'reassign':
      return event.to === undefined ? [] : [event.to];
    default:
      return [];
  }
}

type RuleName =
  | keyof typeof routeRules
  | keyof typeof senderRules
  | keyof typeof chainRules
  | keyof typeof contentRules;

/** Every rule by name. */
export const ruleNames = [senderRules, chainRules, contentRules, routeRules].flatMap((rules) =>
  Object.keys(rules),
) as readonly RuleName[];
