/** What lines of the journal are called: their kinds, and the system's own steps. */
import { catalogue } from './catalogue';

interface JournalWords {
  readonly kinds: Readonly<Record<string, string>>;
  readonly events: Readonly<Record<string, string>>;
}

export const journalWords = catalogue<JournalWords>(
  {
    kinds: {
      begun: '开始',
      accepted: '',
      refused: '未接受',
      timer: '到时',
      outcome: '办成',
      emitted: '告知',
      incident: '未办成',
      notice: '注',
    },
    events: {
      begin: '启动',
      milestone: '时限节点',
      schedule: '推算时限',
      scheduleMeasures: '推算措施时限',
      remind: '提醒',
      deliver: '送达',
      add: '并入提醒',
      tellRectification: '告知整改',
      retry: '重试',
      cancelRequested: '收到取消请求（不予执行）',
      migrated: '移到新版本',
    },
  },
  {
    kinds: {
      begun: 'begun',
      accepted: '',
      refused: 'refused',
      timer: 'time reached',
      outcome: 'done',
      emitted: 'told',
      incident: 'failed',
      notice: 'note',
    },
    events: {
      begin: 'begin',
      milestone: 'milestone',
      schedule: 'date worked out',
      scheduleMeasures: 'dates of measures worked out',
      remind: 'reminder',
      deliver: 'delivery',
      add: 'added to a reminder',
      tellRectification: 'rectification told',
      retry: 'tried again',
      cancelRequested: 'asked to cancel (not carried out)',
      migrated: 'moved to a new version',
    },
  },
);

/** The steps of the system itself, which people see on request. */
export const ownSteps: ReadonlySet<string> = new Set(['outcome', 'timer']);
