/** The words of reading a file: what was understood, what must be settled, how to correct it. */
import type { FieldToSay } from '../../documents/preview/missing';

/** What becomes of a problem that does not say it. */
const otherwise: Readonly<Record<FieldToSay, string>> = {
  kind: '收文时按限期整改办理',
  due: '收文时按规则推算',
  department: '收文后由整改办分办',
  responsibleLeaders: '收文后由整改办指定',
  handlers: '收文后由整改办指定',
  measures: '在整改方案中补',
};

export const importingWords = {
  description: '读出文件中的问题，只看不收：读到什么、拿不准什么、缺什么',
  file: '文件',
  fileHelp:
    '反馈、整改方案或情况通报：Excel、Word、CSV、网页、文本；也可以是单位自己的清单（YAML、JSON）',
  example:
    'zhenggai import 清单.xlsx\n  zhenggai import 清单.xlsx --preview 预览.yaml    # 改好后 zhenggai receive 预览.yaml\n  zhenggai import 清单.xlsx --people people.yaml --propose-people 人员.yaml\n  zhenggai import 通报.docx --json > 通报.json',
  previewOption: '写出预览（YAML）：逐项写明读到什么、哪里要核对，改好后可直接收文',
  heading: (unit: string, feedbackOn: string, count: number) =>
    `${unit}，${feedbackOn}反馈，共${count}个问题`,
  noUnit: '（未写单位）',
  noDate: '（未写日期）',
  columns: ['序号', '类型', '状态', '时限', '措施', '责任部门', '责任领导', '经办人', '问题'],
  noKind: '未写',
  warnings: (count: number) => `注意（${count}处）：`,
  warning: (line: number | null, message: string) =>
    line === null || message.startsWith('第') ? `  ${message}` : `  第${line}行 ${message}`,
  questions: (count: number) => `请核对（${count}处拿不准）：`,
  field: (term: string, count: number) => `  ${term}${count === 1 ? '' : `（${count}处）`}`,
  question: (places: string, seqs: string, why: string) =>
    `    ${places}${seqs === '' ? '' : `（第${seqs}项）`}：${why}`,
  places: (places: string, count: number) => `${places}等${count}处`,
  moreQuestions: (count: number) => `    ……另有${count}处，都写在预览里`,
  missing: '没有写的：',
  missingUnit: '  单位名称：收文时必须有，可在预览中补上，或用 receive --unit',
  missingFeedbackOn: '  反馈日期：收文时必须有，可在预览中补上，或用 receive --feedback-on',
  missingField: (term: string, field: FieldToSay, whose: string) =>
    `  ${term}：${whose}；${otherwise[field]}`,
  all: (count: number) => `全部${count}项`,
  seqs: (seqs: string, count: number) => `第${seqs}项（共${count}项）`,
  correct: (file: string) =>
    `要改动或补充：zhenggai import ${file} --preview 预览.yaml，改好后 zhenggai receive 预览.yaml`,
  previewed: (file: string, problems: number, questions: number) =>
    `✓ 预览  ${file}（${problems}个问题，${questions === 0 ? '没有要核对的' : `${questions}处要核对`}）`,
  thenReceive: (file: string) =>
    `  改好后：zhenggai receive ${file} --people people.yaml（加 --dry-run 先看不启动）`,
} as const;

export const templateWords = {
  description: '写出空的问题清单（Excel）：填好后可直接导入，类型等从列表中选',
  file: '问题清单.xlsx',
  output: '写入哪个文件（默认 问题清单.xlsx）',
  people: '人员名单文件：部门和人员也可从列表中选',
  example: 'zhenggai template\n  zhenggai template -o 清单.xlsx --people people.yaml',
  written: (file: string) =>
    `✓ 空表  ${file}\n  填好后：zhenggai import ${file}，再 zhenggai receive ${file} --people people.yaml`,
} as const;
