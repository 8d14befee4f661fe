/** 审核: the policy's chain, one step after another, each with a clock of its own. */
import { base } from '../base';
import { deadline } from '../deadline';
import { permit } from '../permit';
import { tell } from '../telling';

const approves = permit('didNotSubmit', 'didNotReview', 'isReviewer');
const approvesLast = permit('didNotSubmit', 'didNotReview', 'isReviewer', 'isLastReview');

/** Passing the last step leads to `passed`: sign-off, or for a long-term problem its phase result. */
export const reviewing = (passed: {
  readonly target: string;
  readonly actions: 'noteSignOff' | 'notePhase';
}) => {
  const date = deadline('review');
  return base.createStateConfig({
    ...date,
    id: 'reviewing',
    tags: 'reviewing',
    entry: [{ type: 'begin', params: { wait: 'review' } }, tell('reviewing')],
    exit: { type: 'end', params: { wait: 'review' } },
    on: {
      ...date.on,
      approve: [
        { guard: approvesLast, target: passed.target, actions: ['noteApproval', passed.actions] },
        { guard: approves, target: '#reviewing', reenter: true, actions: 'noteApproval' },
      ],
      return: [
        { guard: permit('isSupervisor'), target: '#rectifying', actions: 'noteReturn' },
        { guard: approves, target: '#rectifying', actions: 'noteReturn' },
      ],
    },
  });
};
