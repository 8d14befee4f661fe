/** 分办 and 领办: the office assigns, the department accepts within days; being slow to accept is chased too. */
import { base } from '../base';
import { deadline } from '../deadline';
import { permit } from '../permit';
import { tell } from '../telling';

/** Where acceptance leads is the kind's own: `accepted`. A kind named on assigning goes on as that kind's machine. */
export const assigning = (accepted: '#rectifying' | '#planning') => {
  const assign = [
    {
      guard: permit('isOffice', 'knowsPeople', 'holdsRoles', 'findsReviewers', 'asksOtherKind'),
      target: '#assignedOtherwise',
      actions: 'assignDepartment',
    },
    {
      guard: permit('isOffice', 'knowsPeople', 'holdsRoles', 'findsReviewers'),
      target: '#accepting',
      reenter: true,
      actions: 'assignDepartment',
    },
  ] as const;
  return base.createStateConfig({
    initial: 'unassigned',
    states: {
      unassigned: {
        id: 'unassigned',
        tags: 'unassigned',
        entry: tell('unassigned'),
        on: { assign },
      },
      accepting: {
        id: 'accepting',
        ...deadline('acceptance'),
        tags: 'accepting',
        entry: [{ type: 'begin', params: { wait: 'acceptance' } }, tell('accepting')],
        exit: { type: 'end', params: { wait: 'acceptance' } },
        on: {
          ...deadline('acceptance').on,
          accept: {
            guard: permit('isDepartment', 'knowsPeople'),
            target: accepted,
            actions: 'noteAcceptance',
          },
          assign,
        },
      },
    },
  });
};
