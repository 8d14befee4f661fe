/** What a problem tells its rectification: where it stands, when that changes. */
import type { SignalInput } from '../../engine/core';
import type { ProblemContext } from './context';
import { statusOf, type Stage } from './stage';

/** An action for the entry of a state: nothing is sent by a problem that stands alone. */
export function tell(stage: Stage) {
  return {
    type: 'tellRectification',
    params: ({ context }: { readonly context: ProblemContext }) => news(context, stage),
  } as const;
}

function news(context: ProblemContext, stage: Stage): SignalInput | null {
  if (context.rectification === null) return null;
  const { seq, assignment, submission } = context;
  const event = {
    type: 'problemChanged',
    seq,
    stage,
    status: statusOf(context, stage, false),
    department: assignment.department ?? '',
    onTime: submission?.onTime ?? false,
  };
  return { workflowId: context.rectification, event, mayBeGone: true };
}
