/** 立行立改: accepted and put right at once; no plan, a short date from handing over. */
import { life } from './life';

export const immediate = life({
  kind: 'immediate',
  accepted: '#rectifying',
  passed: { target: '#passed', actions: 'noteSignOff' },
});
