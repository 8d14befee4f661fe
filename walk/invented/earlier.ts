/** The unit's rectification of the year before, long over: an installation knows its units and people from what it has received. */
import { unit } from './people';

export function earlierYaml(): string {
  return JSON.stringify({
    unit,
    ...{ inspectedBy: '县委第一巡察组', feedbackOn: '2025-03-10' },
    problems: [
      {
        ...{ number: 1, title: '馆藏图书登记不全', kind: '限期整改', status: '已完成整改' },
        ...{ department: '文保部', responsibleLeader: 'shen-yi', handlers: ['bao-jun'] },
        measures: [{ text: '补登图书3200册', done: true }],
      },
    ],
  });
}
