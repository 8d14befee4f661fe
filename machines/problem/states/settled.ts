/** 销号 and after: rests until the look-back may begin, is looked back on, and is closed; or relapses. */
import { base } from '../base';
import { deadline } from '../deadline';
import { permit } from '../permit';
import { tell } from '../telling';

const relapses = {
  relapse: { guard: permit('isOfficeOrSupervisor'), target: '#rectifying', actions: 'noteRelapse' },
  return: { guard: permit('isSupervisor'), target: '#rectifying', actions: 'noteReturn' },
} as const;

// The rectification reminds of the look-back as a whole: here only lamp and date are kept.
const rest = deadline('rest', { silent: true });
const visit = deadline('lookBack', { silent: true });

export const settled = base.createStateConfig({
  initial: 'resting',
  on: relapses,
  states: {
    resting: {
      ...rest,
      id: 'signedOff',
      tags: 'signedOff',
      entry: [{ type: 'begin', params: { wait: 'rest' } }, tell('signedOff')],
      exit: { type: 'end', params: { wait: 'rest' } },
      always: { guard: { type: 'waitIsOver', params: { wait: 'rest' } }, target: 'visiting' },
    },
    visiting: {
      ...visit,
      tags: 'lookBack',
      entry: [{ type: 'begin', params: { wait: 'lookBack' } }, tell('lookBack')],
      exit: { type: 'end', params: { wait: 'lookBack' } },
      on: {
        ...visit.on,
        lookBack: [
          { guard: permit('isSupervisor', 'passed'), target: '#closed', actions: 'noteLookBack' },
          {
            guard: permit('isSupervisor'),
            target: '#rectifying',
            actions: ['noteLookBack', 'noteRelapse'],
          },
        ],
      },
    },
  },
});
