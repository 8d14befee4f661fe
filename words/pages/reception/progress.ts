/** 收件: how far receiving has come, and what came of it. */
import { catalogue } from '../../catalogue';

export const progressWords = catalogue(
  {
    receiving: '正在收文',
    progress: (done: number, of: number) => `已收入 ${done}/${of}`,
    preparing: '正在启动……',
    mayLeave: '可以离开本页，收文会继续；再点一次也不会重复。',
    interrupted: '收文没有进行完。',
    resume: '接着收',
    failed: {
      away: '流程服务没有应答。',
      refused: (why: string) => `没有接受：${why}`,
      other: '系统出错。',
    },
    received: (id: string, added: number) => `已收文 ${id}，收入${added}个问题。`,
    receivedAgain: (id: string, added: number, amended: number) =>
      `${id}：新收入${added}个，收入改动${amended}个。`,
    nothingNew: (id: string) => `${id} 已收过，内容相同，没有变化。`,
    left: (seqs: string) =>
      `第${seqs}项没有收入：改派、转类等请在问题页办理；新增和改动请写明理由再收一次。`,
    toRectification: '看这次整改',
    toRules: '看规则与人员',
    preview: '下载为清单（YAML）',
  },
  {
    receiving: 'Being received',
    progress: (done: number, of: number) => `${done} of ${of}`,
    preparing: 'Starting …',
    mayLeave: 'You may leave this page: it goes on. Starting it again changes nothing.',
    interrupted: 'Receiving did not come to its end.',
    resume: 'Go on',
    failed: {
      away: 'The workflow service does not answer.',
      refused: (why: string) => `Refused: ${why}`,
      other: 'Something went wrong.',
    },
    received: (id: string, added: number) => `Received as ${id}: ${added} problems.`,
    receivedAgain: (id: string, added: number, amended: number) =>
      `${id}: ${added} added, ${amended} amended.`,
    nothingNew: (id: string) => `${id} was received before, the same: nothing has changed.`,
    left: (seqs: string) =>
      `No. ${seqs} was not taken in: reassign or reclassify on its page; give a reason for additions and changes.`,
    toRectification: 'See the rectification',
    toRules: 'See rules and people',
    preview: 'Download as a list (YAML)',
  },
);
