/** What a department asks for, the chain that decides on it, and what granting it changes. */
import type { Kind } from '../../domain/words';
import { approveStep, isLastStep, openChain, type Chain } from '../chain';
import { deciderOf } from '../senders';
import type { Petition, PetitionKind, ProblemContext } from './context';
import { named, today, workDue } from './dates';
import { withDue } from './waiting';

type Change = Partial<ProblemContext>;

/** A petition and the chain that decides on it. */
export function asked(
  kind: PetitionKind,
  event: {
    readonly by: unknown;
    readonly reason: string;
    readonly due?: string;
    readonly kind?: Kind;
  },
  context: ProblemContext,
): Change {
  const petition: Petition = {
    kind,
    reason: event.reason,
    due: event.due ?? null,
    toKind: event.kind ?? null,
    chain: openChain(chainFor(kind, context), deciderOf(event.by) ?? '', context),
  };
  return { petition };
}

function chainFor(kind: PetitionKind, { policy }: ProblemContext): Chain['steps'] {
  switch (kind) {
    case 'extension':
      return policy.extension.chain;
    case 'carryOver':
      return policy.carryOver.chain;
    case 'reclassification':
      return policy.reclassify.chain;
    case 'explanation':
      return ['supervisor'];
  }
}

/** One more step of a petition's chain; the last one grants it. */
export function petitionApproved(context: ProblemContext, event: { readonly by: unknown }): Change {
  const { petition } = context;
  if (petition === null) return {};
  if (isLastStep(petition.chain)) return { ...granted(context, petition), petition: null };
  return {
    petition: {
      ...petition,
      chain: approveStep(petition.chain, deciderOf(event.by) ?? '', context.now, context),
    },
  };
}

function granted(context: ProblemContext, petition: Petition): Change {
  switch (petition.kind) {
    case 'extension':
      // Asked for before the date: the lamp that turned red while it was being decided goes with the old date.
      return {
        ...withDue(context, named(petition.due ?? today(context), '批准延期')),
        extensions: context.extensions + 1,
        missed: false,
      };
    case 'carryOver':
      return {
        ...withDue(context, named(petition.due ?? today(context), '批准转入持续整改')),
        carriedOver: true,
        missed: false,
        behind: '转入持续整改',
      };
    case 'reclassification': {
      const kind = petition.toKind ?? context.kind;
      return {
        kind,
        due: workDue(
          kind,
          kind === 'immediate' ? { ...context, handedOverOn: today(context) } : context,
        ),
      };
    }
    case 'explanation':
      return { outcome: 'explained' };
  }
}
