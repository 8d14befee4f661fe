/** 限期整改: planned, worked on to a date, reviewed and signed off. */
import { life } from './life';

export const timeLimited = life({
  kind: 'timeLimited',
  accepted: '#planning',
  passed: { target: '#passed', actions: 'noteSignOff' },
});
