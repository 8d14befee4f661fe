/** All that the command says, in Chinese. */
import type { FieldShape } from '../../engine/core';
import { roleTerms } from '../../domain/role-terms';
import type { Wait } from '../../domain/schedule';
import { dueTerms } from '../../domain/wait-words';
import { commandWords } from './commands';
import { importingWords } from './importing';
import { receivingWords } from './receiving';
import { kindWords, lampWords, stageWords, statusWords } from '../../machines';
import { choices, valueWords } from '../../words/choices';
import { shapeWords } from '../../words/field-shapes';
import { refusalWords } from '../../words/refusals';
import { wholeStages } from '../../words/waits';

/** What stands in an example for a field of this shape. */
function sample(shape: FieldShape): string {
  switch (shape.type) {
    case 'text':
      return '…';
    case 'integer':
      return '1';
    case 'boolean':
      return 'true';
    case 'date':
      return '2026-12-31';
    case 'oneOf':
      return shape.values[0] ?? '…';
    case 'list':
      return shape.of.type === 'object' || shape.of.type === 'json'
        ? '文件.yaml'
        : sample(shape.of);
    case 'file':
      return '合同.pdf';
    case 'object':
    case 'json':
      return '文件.yaml';
  }
}

export const zh = {
  stages: stageWords,
  kinds: kindWords,
  lamps: lampWords,
  statuses: statusWords,
  roles: roleTerms,
  waits: dueTerms satisfies Readonly<Record<Wait, string>>,
  ...choices.zh,
  ...refusalWords.zh,
  values: valueWords.zh,
  shape: shapeWords.zh,
  sample,
  /** Stages of a rectification as a whole. */
  wholeStages: wholeStages.zh,

  program: {
    description: '整改：把巡察反馈的每个问题作为一条长期流程来办，按时提醒，逐级督办，办结留痕。',
    help: '显示帮助',
    version: '显示版本',
    example: '示例',
    /** Of the commands that bring their own words. */
    examples: {
      up: 'zhenggai up\n  ZHENGGAI_HOME=/srv/zhenggai zhenggai up --port 7233',
      worker: 'TEMPORAL_ADDRESS=temporal.example.org:7233 zhenggai worker --register',
      web: 'TEMPORAL_ADDRESS=temporal.example.org:7233 DATABASE_URL=postgresql://… zhenggai web --port 8080',
    } as Readonly<Record<string, string>>,
    groups: {
      start: '启动与收文：',
      look: '查看：',
      problem: '办理问题：',
      rectification: '办理整改总体：',
      keep: '备份与移交：',
      repair: '排除故障：',
    },
    /** Commander's own headings. */
    headings: {
      'Usage:': '用法：',
      'Arguments:': '参数：',
      'Options:': '选项：',
      'Commands:': '命令：',
    } as Readonly<Record<string, string>>,
    usage: '<命令> [选项]',
    subUsage: '[选项]',
  },

  options: {
    json: '输出 JSON，便于程序读取',
    by: '由谁决定：人员编号或姓名',
    recordedBy: '由谁登记（代他人登记须由整改办办理）',
    basis: '代登记的依据：signedSheet（签批单）或 minutes（会议纪要）',
    commandId: '命令编号；同一编号重复发送只办一次',
    person: '<人员>',
    basisValue: '<依据>',
    text: '<文字>',
    optional: '可不填',
    repeatable: '可重复',
    fileOrInline: 'YAML/JSON 文件，或直接写 JSON',
  },

  usage: {
    unknownCommand: (name: string, like: string) =>
      `没有 ${name} 这个命令${like === '' ? '。' : `，是否要用 ${like}？`}用 zhenggai --help 查看全部命令。`,
    unknownOption: (name: string, like: string) =>
      `没有 ${name} 这个选项${like === '' ? '。' : `，是否要用 ${like}？`}`,
    missingArgument: (name: string) => `没有写明${name}。`,
    missingValue: (option: string) => `${option} 后面没有写内容。`,
    missingOption: (option: string) => `没有写明 ${option}。`,
    excess: '写多了参数：含空格的文字请加引号。',
    invalid: (text: string) => text,
    seeHelp: (command: string) => `用 ${command} --help 查看用法和示例。`,
    noBy: '没有署名：请用 --by 写明由谁决定，如 --by he-jing。',
    badBasis: (given: string) =>
      `--basis 应为 signedSheet（签批单）或 minutes（会议纪要），不是“${given}”。`,
    basisWithoutRecorder: '--basis 须与 --recorded-by 一起使用。',
    recorderWithoutBasis:
      '代他人登记（--recorded-by）须用 --basis 注明依据：signedSheet（签批单）或 minutes（会议纪要）。',
    badTarget: (given: string) =>
      `“${given}”不是问题的编号。可以写序号 7、范围 5-9、<整改>/7，或完整编号 problem/<整改>/7。`,
    badRange: (given: string) => `“${given}”的范围不对：应从小到大，一次至多 2000 项。`,
    badRectification: (given: string) =>
      `“${given}”不是整改的编号，应如 20261102-3fa9 或 rectification/20261102-3fa9。`,
    noOpenRectification: '目前没有正在进行的整改，请写完整编号：<整改>/<序号>。',
    severalRectifications: (ids: string) => `正在进行的整改不止一个，请写明是哪个：${ids}。`,
    badChoice: (option: string, given: string, choices: string) =>
      `${option} 没有“${given}”这个值，可用：${choices}。`,
    samePersonName: (name: string, ids: string) => `名叫${name}的不止一人，请写编号：${ids}。`,
    field: (option: string, where: string, what: string) => `${option}${where}：${what}。`,
    place: (names: string) => ` 的 ${names}`,
    badFile: (option: string, why: string) => `${option} 的文件或内容读不出来：${why}。`,
  },

  server: {
    none: (store: string) =>
      `没有找到正在运行的服务（${store} 中没有记录）。请先运行 zhenggai up，或用 TEMPORAL_ADDRESS 指定服务地址。`,
    unreachable: (address: string, seconds: number) =>
      `服务 ${address} 在${seconds}秒内没有应答。请确认 zhenggai up 正在运行，或 TEMPORAL_ADDRESS 是否正确。`,
    noWorker: (workflow: string, seconds: number) =>
      `服务在运行，但没有 worker 在${seconds}秒内应答（${workflow}）。请确认 zhenggai up 或 zhenggai worker 正在运行。`,
    lost: (seconds: number) => `服务在${seconds}秒内没有应答。请稍后再试；重复执行不会办两次。`,
    unknownOutcome: (workflow: string, id: string) =>
      `${workflow} 没有及时应答，可能已办也可能未办。请用 --command-id ${id} 再发一次，不会办两次。`,
  },

  errors: {
    noTarget: (workflow: string) => `没有 ${workflow}：请核对编号，或用 zhenggai list 查看。`,
    refusal: (workflow: string, event: string, why: string) =>
      `${workflow} 没有接受“${event}”：${why}`,
    noFile: (file: string) => `没有文件 ${file}。`,
    noAccess: (file: string) => `文件 ${file} 打不开：没有权限，或它是文件夹。`,
    unexpected: (message: string) =>
      `程序出错：${message}。设 ZHENGGAI_DEBUG=1 再运行可看到详细信息。`,
    noSearch: '这台服务不支持列表查询，请写完整编号：problem/<整改>/<序号>。',
  },

  commands: { import: importingWords, receive: receivingWords, ...commandWords },
};
