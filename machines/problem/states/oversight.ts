/** What may happen to an open problem at any time: reassign, amend, check, urge's neighbours, withdraw, merge. */
import { base } from '../base';
import { permit } from '../permit';

/** Transitions of the open problem as a whole; `closed` is where withdrawing and merging lead. */
export const oversight = base.createStateConfig({
  on: {
    reassign: {
      guard: permit('isOffice', 'knowsPeople', 'replacesHolder', 'keepsChain'),
      actions: 'noteReassignment',
    },
    amend: {
      guard: permit('isOffice'),
      actions: ['noteAmendment', base.raise({ type: 'datesChanged' })],
    },
    recalculate: { guard: permit('isOffice'), actions: base.raise({ type: 'datesChanged' }) },
    spotCheck: { guard: permit('isSupervisor'), actions: 'noteSpotCheck' },
    settleSubFinding: {
      guard: permit('isOfficeOrSupervisor', 'knowsSubFinding', 'settlesRightly'),
      actions: 'noteSubFinding',
    },
    withdraw: { guard: permit('isSupervisor'), target: '#closed', actions: 'noteWithdrawal' },
    merge: { guard: permit('isOffice', 'isOtherProblem'), target: '#closed', actions: 'noteMerge' },
  },
});
