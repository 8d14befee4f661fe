/** 长期坚持: a phase result by its date, which is no sign-off, then upkeep in cycles until it may be signed off. */
import { life } from './life';

export const longTerm = life({
  kind: 'longTerm',
  accepted: '#planning',
  passed: { target: '#upkeep', actions: 'notePhase' },
});
