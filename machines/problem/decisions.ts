/** What each event changes in what a problem remembers. Whether it may happen at all is decided by the guards. */
import { dueRules } from '../../domain/due-rules';
import type { Assignment } from '../../domain/people';
import type { Kind } from '../../domain/words';
import { approveStep, openChain, refreshChain } from '../chain';
import { deciderOf } from '../senders';
import type { Measure, ProblemContext, Upkeep } from './context';
import { isBeforeDate, named, today, upkeepMonths, workDue } from './dates';
import type { EventOf } from './events';
import { lampOf } from './lamp';
import { lateMeasure, lateWords } from './measures';
import { withDue } from './waiting';

type Change = Partial<ProblemContext>;

const who = (event: { readonly by: unknown }): string => deciderOf(event.by) ?? '';

export function assigned(context: ProblemContext, event: EventOf<'assign'>): Change {
  const kind: Kind = event.kind ?? context.kind;
  const assignment: Assignment = {
    department: event.department,
    assisting: event.assisting ?? [],
    handlers: event.handlers ?? [],
    departmentHead: event.departmentHead ?? null,
    responsibleLeader: event.responsibleLeader ?? null,
  };
  const computed = kind === context.kind ? context.due : workDue(kind, context);
  return { assignment, kind, due: event.due === undefined ? computed : named(event.due, null) };
}

export function accepted(context: ProblemContext, event: EventOf<'accept'>): Change {
  if (event.handlers === undefined || event.handlers.length === 0) return {};
  return { assignment: { ...context.assignment, handlers: event.handlers } };
}

export function planned(context: ProblemContext, event: EventOf<'plan'>): Change {
  const words = event.dueWords ?? null;
  return {
    measures: numbered(event.measures),
    measureWatch: null,
    ...(event.due === undefined
      ? {}
      : { ...withDue(context, named(event.due, words)), dueWords: words }),
  };
}

export function reported(context: ProblemContext, event: EventOf<'report'>): Change {
  return { progress: { at: context.now, by: who(event), text: event.text } };
}

export function measureCompleted(
  context: ProblemContext,
  event: EventOf<'completeMeasure'>,
): Change {
  const measures = context.measures.map((measure) =>
    measure.ordinal === event.ordinal ? { ...measure, doneAt: context.now } : measure,
  );
  const late = lateMeasure({ ...context, measures });
  return context.behind === lateWords(event.ordinal)
    ? { measures, behind: late === null ? null : lateWords(late) }
    : { measures };
}

export function submitted(context: ProblemContext, event: EventOf<'submit'>): Change {
  const by = who(event);
  return {
    submission: { by, at: context.now, onTime: isBeforeDate(context) },
    review: openChain(context.policy.review.chain, by, context),
    petition: null,
  };
}

export function stepApproved(context: ProblemContext, event: EventOf<'approve'>): Change {
  return context.review === null
    ? {}
    : { review: approveStep(context.review, who(event), context.now, context) };
}

/** A return sets a new date for the handler: the later of the old one and some working days, or the one that was named. */
export function returned(context: ProblemContext, event: EventOf<'return'>): Change {
  const due =
    event.due === undefined
      ? dueRules(context.policy).returned(context.dueOn ?? context.due, today(context))
      : named(event.due, '退回时指定');
  return {
    due,
    missed: false,
    behind: `退回：${event.reason}`,
    submission: null,
    review: null,
    phase: null,
    signedOff: null,
    outcome: null,
    upkeep: null,
  };
}

/** The phase result of a long-term problem: not a sign-off; upkeep counts from the date it was due. */
export function phaseAccepted(context: ProblemContext): Change {
  return { phase: { at: context.now, due: context.due }, ...settledWork };
}

export function signedOff(context: ProblemContext, event: { readonly by: unknown }): Change {
  return {
    signedOff: { at: context.now, by: who(event) },
    outcome: 'rectified',
    upkeep: null,
    ...settledWork,
  };
}

const settledWork = { review: null, petition: null, missed: false, behind: null } as const;

export function upkeepBegun(context: ProblemContext): Change {
  const { policy, measures } = context;
  const everyMonths = upkeepMonths(measures, policy.upkeep.everyMonths);
  const cycles = Math.max(1, Math.floor(policy.upkeep.forMonths / everyMonths));
  const phase = context.phase ?? { at: context.now, due: context.due };
  return { phase, upkeep: context.upkeep ?? { cycle: 1, cycles, everyMonths, reportedBy: null } };
}

export function upkeepReported(context: ProblemContext, event: EventOf<'reportUpkeep'>): Change {
  return withUpkeep(context, (upkeep) => ({ ...upkeep, reportedBy: who(event) }));
}

export function upkeepReturned(context: ProblemContext): Change {
  return withUpkeep(context, (upkeep) => ({ ...upkeep, reportedBy: null }));
}

export function upkeepAccepted(context: ProblemContext): Change {
  return withUpkeep(context, (upkeep) => ({
    ...upkeep,
    cycle: upkeep.cycle + 1,
    reportedBy: null,
  }));
}

export function suspended(context: ProblemContext, event: EventOf<'suspend'>): Change {
  return {
    suspension: {
      reason: event.reason,
      until: event.until,
      at: context.now,
      lamp: lampOf({ ...context, suspension: null }, context.workLamp),
    },
    petition: null,
  };
}

/** On resuming the date is the later of the old one and some working days. */
export function resumed(context: ProblemContext): Change {
  return {
    suspension: null,
    due: dueRules(context.policy).resumed(context.dueOn ?? context.due, today(context)),
  };
}

export function reassigned(context: ProblemContext, event: EventOf<'reassign'>): Change {
  const assignment = reassignedTo(context.assignment, event);
  const parties = { assignment, people: context.people };
  return {
    assignment,
    review: context.review === null ? null : refreshChain(context.review, parties),
    petition:
      context.petition === null
        ? null
        : { ...context.petition, chain: refreshChain(context.petition.chain, parties) },
  };
}

/** The assignment with one role given to somebody else; of several handlers only `from` is replaced, where it is given. */
export function reassignedTo(
  assignment: Assignment,
  event: Pick<EventOf<'reassign'>, 'role' | 'from' | 'to'>,
): Assignment {
  if (event.role !== 'handler') return { ...assignment, [event.role]: event.to };
  const kept =
    event.from === undefined
      ? []
      : assignment.handlers.filter((id) => id !== event.from && id !== event.to);
  return { ...assignment, handlers: [...kept, event.to] };
}

export function urged(_context: ProblemContext, event: EventOf<'urge'>): Change {
  return { urge: { by: who(event), text: event.text, due: event.due } };
}

export function subFindingSettled(
  context: ProblemContext,
  event: EventOf<'settleSubFinding'>,
): Change {
  const subFindings = context.subFindings.map((each, index) =>
    index === event.number - 1 ? { ...each, outcome: event.outcome } : each,
  );
  return { subFindings };
}

/** The next round: what came before is in the journal; the date is named, or counted anew from today. */
export function relapsed(context: ProblemContext, due: string | undefined): Change {
  const from = today(context);
  const again = { ...context, feedbackOn: from, handedOverOn: from };
  return {
    round: context.round + 1,
    dueOn: null,
    due: due === undefined ? workDue(context.kind, again) : named(due, '重新整改时限'),
    behind: '问题反弹',
    missed: false,
    carriedOver: false,
    extensions: 0,
    submission: null,
    review: null,
    petition: null,
    upkeep: null,
    phase: null,
    measureWatch: null,
    signedOff: null,
    lookedBack: null,
    outcome: null,
  };
}

export function lookedBack(context: ProblemContext, event: EventOf<'lookBack'>): Change {
  return { lookedBack: { at: context.now, verdict: event.verdict } };
}

export function amended(context: ProblemContext, event: EventOf<'amend'>): Change {
  return {
    title: event.title ?? context.title,
    ...(event.due === undefined ? {} : withDue(context, named(event.due, '更正'))),
    ...(event.measures === undefined
      ? {}
      : { measures: numbered(event.measures), measureWatch: null }),
  };
}

function numbered(measures: EventOf<'plan'>['measures']): readonly Measure[] {
  return measures.map((measure, index) => ({
    ordinal: index + 1,
    text: measure.text,
    department: measure.department ?? null,
    due: measure.due ?? null,
    recurrence: measure.recurrence ?? null,
    doneAt: null,
  }));
}

function withUpkeep(context: ProblemContext, change: (upkeep: Upkeep) => Upkeep): Change {
  return context.upkeep === null ? {} : { upkeep: change(context.upkeep) };
}
