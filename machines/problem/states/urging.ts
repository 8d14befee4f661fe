/** 督办: urged by hand, with a last date of its own, until it is acknowledged. */
import { base } from '../base';
import { deadline } from '../deadline';
import { permit } from '../permit';

export const urging = base.createStateConfig({
  initial: 'entering',
  states: {
    // An urge outlives a change of kind.
    entering: { always: [{ guard: 'isUrging', target: 'urged' }, { target: 'idle' }] },
    idle: {
      on: { urge: { guard: permit('mayUrge', 'isAhead'), target: 'urged', actions: 'noteUrge' } },
    },
    urged: {
      ...deadline('urge'),
      tags: 'urged',
      entry: { type: 'begin', params: { wait: 'urge' } },
      exit: { type: 'end', params: { wait: 'urge' } },
      on: {
        ...deadline('urge').on,
        acknowledge: { guard: permit('isUrged'), target: 'idle', actions: 'clearUrge' },
        urge: {
          guard: permit('mayUrge', 'isAhead'),
          target: 'urged',
          reenter: true,
          actions: 'noteUrge',
        },
      },
    },
  },
});
