/** What is to be done next, in the words of a reminder. */
import type { Wait } from '../../domain/schedule';
import type { ProblemContext } from './context';

/** For whoever is reminded of this wait. */
export function todoOf(context: ProblemContext, wait: Wait): string {
  switch (wait) {
    case 'acceptance':
      return '请责任部门领办本问题';
    case 'work':
      return context.kind === 'longTerm'
        ? '请落实整改措施并报送阶段性成果'
        : '请落实整改措施并报送完成情况';
    case 'measure':
      return '请完成该项措施并登记';
    case 'review':
      return '请审核报送的整改情况';
    case 'upkeep':
      return '请报送本期常态化巩固情况和佐证材料';
    case 'lookBack':
      return '请开展回头看并给出结论';
    case 'urge':
      return `请签收并落实督办：${context.urge?.text ?? ''}`;
    case 'plan':
    case 'suspension':
    case 'carryOver':
    case 'progress':
    case 'arrears':
    case 'period':
    case 'rest':
    case 'report':
    case 'publicity':
      return '请按时办理';
  }
}
