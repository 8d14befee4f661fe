/** The drawing of a problem's statechart: what its states are called that are no stages. */
import { catalogue } from '../catalogue';

interface ChartPageWords {
  readonly title: (where: string) => string;
  readonly inWords: string;
  readonly now: string;
  readonly leads: (events: string, to: string) => string;
  readonly inside: (events: string) => string;
  /** By the end of the path, the more exact first. */
  readonly states: Readonly<Record<string, string>>;
}

export const chartWords = catalogue<ChartPageWords>(
  {
    title: (where) => `流程图：现在处于${where}`,
    inWords: '用文字说明流程图',
    now: '（现在）',
    leads: (events, to) => `${events} → ${to}`,
    inside: (events) => `在此可办：${events}`,
    states: {
      open: '办理',
      'open.life': '主线',
      assigning: '分办',
      working: '整改',
      'working.stage': '进度',
      petition: '申请',
      'petition.idle': '没有申请',
      'petition.deciding': '申请待审批',
      measures: '措施',
      urging: '督办',
      'urging.idle': '没有督办',
      'urging.urged': '督办待签收',
      upkeep: '常态化巩固',
      cycle: '巩固周期',
      'cycle.due': '待报巩固情况',
      'cycle.reported': '待审巩固情况',
      settled: '销号以后',
      assignedOtherwise: '转为另一类',
      reclassified: '转为另一类',
      reopening: '重新整改',
    },
  },
  {
    title: (where) => `Statechart: now ${where}`,
    inWords: 'The statechart in words',
    now: ' (now)',
    leads: (events, to) => `${events} → ${to}`,
    inside: (events) => `Possible here: ${events}`,
    states: {
      open: 'open',
      'open.life': 'life',
      assigning: 'assigning',
      working: 'working',
      'working.stage': 'progress',
      petition: 'petition',
      'petition.idle': 'nothing asked for',
      'petition.deciding': 'to be decided',
      measures: 'measures',
      urging: 'urging',
      'urging.idle': 'not urged',
      'urging.urged': 'urged',
      upkeep: 'upkeep',
      cycle: 'cycle of upkeep',
      'cycle.due': 'report due',
      'cycle.reported': 'report under review',
      settled: 'after sign-off',
      assignedOtherwise: 'becomes another kind',
      reclassified: 'becomes another kind',
      reopening: 'opened again',
    },
  },
);
