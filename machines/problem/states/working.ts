/** The work, from plan to submission: its date, its measures and what may be asked for run beside it. */
import { base } from '../base';
import { deadline } from '../deadline';
import { permit } from '../permit';
import { tell } from '../telling';
import { measuring } from './measuring';
import { petitioning } from './petitioning';

const planning = base.createStateConfig({
  id: 'planning',
  tags: 'planning',
  entry: tell('planning'),
  on: {
    plan: {
      guard: permit('isDepartmentOrOffice'),
      actions: ['notePlan', base.raise({ type: 'datesChanged' })],
    },
    planApproved: { guard: 'isFromRectification', target: 'rectifying' },
  },
});

const rectifying = base.createStateConfig({
  id: 'rectifying',
  tags: 'rectifying',
  entry: tell('rectifying'),
  on: {
    submit: { guard: permit('isDepartment'), target: '#reviewing', actions: 'noteSubmission' },
    suspend: {
      guard: permit('isOffice', 'isAhead'),
      target: '#suspended',
      actions: 'noteSuspension',
    },
  },
});

export const working = base.createStateConfig({
  type: 'parallel',
  entry: { type: 'begin', params: { wait: 'work' } },
  exit: { type: 'end', params: { wait: 'work' } },
  on: {
    report: { guard: permit('isDepartmentOrOffice'), actions: 'noteProgress' },
    flag: { guard: permit('isOffice'), actions: 'noteFlag' },
    unflag: { guard: permit('isOffice', 'isAccused'), actions: 'clearFlag' },
  },
  states: {
    stage: { initial: 'rectifying', states: { planning, rectifying } },
    date: deadline('work'),
    measures: measuring,
    petition: petitioning,
  },
});

/** 暂缓: waiting on somebody outside; nothing is sent and the lamp stands still. */
export const suspended = base.createStateConfig({
  id: 'suspended',
  tags: 'suspended',
  entry: tell('suspended'),
  on: {
    resume: { guard: permit('isOffice'), target: '#rectifying', actions: 'noteResumption' },
  },
});
