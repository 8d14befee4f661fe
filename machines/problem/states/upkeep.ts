/** 常态化巩固: a report with evidence each cycle, accepted by the office; missed cycles are chased. */
import { base } from '../base';
import { deadline } from '../deadline';
import { permit } from '../permit';
import { tell } from '../telling';
import { measuring } from './measuring';

const dueDate = deadline('upkeep');
const reviewDate = deadline('review');

const cycle = base.createStateConfig({
  initial: 'due',
  states: {
    due: {
      ...dueDate,
      tags: 'upkeep',
      entry: { type: 'begin', params: { wait: 'upkeep' } },
      exit: { type: 'end', params: { wait: 'upkeep' } },
      on: {
        ...dueDate.on,
        reportUpkeep: {
          guard: permit('isDepartment'),
          target: 'reported',
          actions: 'noteUpkeepReport',
        },
      },
    },
    reported: {
      ...reviewDate,
      tags: ['upkeep', 'upkeepReported'],
      entry: { type: 'begin', params: { wait: 'upkeepReview' } },
      exit: { type: 'end', params: { wait: 'review' } },
      on: {
        ...reviewDate.on,
        acceptUpkeep: [
          {
            guard: permit('isOffice', 'didNotReportUpkeep', 'isLastCycle'),
            target: '#maintained',
            actions: 'acceptUpkeepReport',
          },
          {
            guard: permit('isOffice', 'didNotReportUpkeep'),
            target: 'due',
            actions: 'acceptUpkeepReport',
          },
        ],
        returnUpkeep: { guard: permit('isOffice'), target: 'due', actions: 'returnUpkeepReport' },
      },
    },
  },
});

export const upkeep = base.createStateConfig({
  type: 'parallel',
  id: 'upkeep',
  entry: ['beginUpkeep', tell('upkeep')],
  on: {
    relapse: {
      guard: permit('isOfficeOrSupervisor'),
      target: '#rectifying',
      actions: 'noteRelapse',
    },
    return: { guard: permit('isSupervisor'), target: '#rectifying', actions: 'noteReturn' },
  },
  states: { cycle, measures: measuring },
});
