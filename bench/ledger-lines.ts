/** The lines of very many problems, all of them told by number alone: whoever fills a database twice gets the same. Pure. */
import { randomOf, type Random } from '../chaos/random';
import type { RecordedLine } from '../ledger';

/** Problems of one feedback: twice as many as of a large one. */
export const problemsEach = 100;
export const linesEach = 20;

export interface Recording {
  readonly workflow: string;
  readonly lines: readonly RecordedLine[];
}

export function rectificationId(number: number): string {
  return `bench-${String(number).padStart(4, '0')}`;
}

/** A rectification's own line and its problems', twenty each. @param number counts from 0 */
export function recordingsOf(number: number, problems: number): readonly Recording[] {
  const id = rectificationId(number);
  const first = { ...lineAt(1, 'rectifying', start(number, 0)), facts: { people: people(number) } };
  return [
    { workflow: `rectification/${id}`, lines: [first] },
    ...Array.from({ length: problems }, (_each, index) => problemRecording(number, index + 1)),
  ];
}

const day = 86_400_000;
const peopleEach = 40;
const departments = ['办公室', '财务科', '水资源管理科', '河湖管理科', '人事科', '执法大队'];
const sections = ['党的建设', '履行职责', '财务管理', '工程建设', '干部作风'];
const kinds = ['immediate', 'timeLimited', 'timeLimited', 'longTerm'];
const stages = [
  'accepting',
  'rectifying',
  'rectifying',
  'rectifying',
  'review',
  'signedOff',
  'closed',
];
const lamps = ['normal', 'normal', 'normal', 'attention', 'overdue'];
const family = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英'];

/** What people write of: `台账` is in a third of all reports, `采砂船` in one of ten thousand. */
const subjects = [
  '河道台账',
  '固定资产台账',
  '会议记录',
  '采购合同',
  '专项资金',
  '值班日志',
  '工程款',
  '公务接待',
];
const deeds = [
  '已逐项核对',
  '正在清理',
  '补齐了缺页',
  '已追回',
  '待上级批复',
  '制度已印发执行',
  '组织学习并考核',
  '已约谈责任人',
];
const rests = ['，其余月底前完成', '，附清单', '，已报分管领导', '，下周复核', '，群众已回访', ''];
const rare = '采砂船已全部拆解';

function problemRecording(number: number, seq: number): Recording {
  const workflow = `problem/${rectificationId(number)}/${seq}`;
  const random = randomOf(number, String(seq));
  const stage = random.pick(stages);
  const began = start(number, seq);
  const lines = Array.from({ length: linesEach }, (_each, index) => {
    const at = new Date(began.getTime() + index * 9 * day + seq * 1000);
    return { ...lineAt(index + 1, stage, at, random), ...happened(number, index, random) };
  });
  const [first, ...others] = lines;
  const facts = factsOf(number, seq, random);
  return { workflow, lines: first === undefined ? [] : [{ ...first, facts }, ...others] };
}

function start(number: number, seq: number): Date {
  return new Date(Date.UTC(2024, 0, 8, 1) + ((number * 7 + seq) % 700) * day);
}

function lineAt(sequence: number, stage: string, at: Date, random?: Random): RecordedLine {
  return {
    ...{ sequence, at: at.toISOString(), kind: 'begun', event: 'begun', fields: {} },
    ...{ by: null, cause: `c-${sequence}`, from: 'rectifying', to: 'rectifying', reason: null },
    shown: {
      ...{ stage, kind: random?.pick(kinds) ?? null, lamp: random?.pick(lamps) ?? null, round: 1 },
      dueOn: at.toISOString().slice(0, 10),
    },
  };
}

/** Of twenty lines eleven are people's, one of them refused. */
function happened(number: number, index: number, random: Random): object {
  const by = { decidedBy: personId(Math.floor(random.next() * peopleEach)), basis: 'own' };
  if (index === 0) return {};
  if (index % 2 === 1)
    return { kind: 'accepted', event: 'report', by, fields: { text: written(random) } };
  if (index === 10) return { kind: 'refused', event: 'approve', by, reason: '还有措施没有完成' };
  if (index % 4 === 0)
    return {
      ...{ kind: 'outcome', event: 'schedule', cause: `bench-${number}/${index}` },
      fields: {
        wait: 'work',
        dueOn: '2026-06-30',
        dueAt: null,
        because: ['六个月', '遇节假日顺延'],
      },
    };
  const fields = { wait: 'work', id: 'week', why: '距完成时限还有一周' };
  return { kind: 'emitted', event: 'milestone', fields };
}

function written(random: Random): string {
  if (random.chance(0.0001)) return `${random.pick(subjects)}：${rare}`;
  const sentences = Array.from({ length: random.pick([1, 1, 2, 3]) }, () => sentence(random));
  return `${sentences.join('；')}。`;
}

function sentence(random: Random): string {
  const count = Math.floor(random.next() * 900) + 1;
  return `${random.pick(subjects)}${count}份${random.pick(deeds)}${random.pick(rests)}`;
}

function factsOf(number: number, seq: number, random: Random) {
  const handler = Math.floor(random.next() * peopleEach);
  return {
    ...{ unit: `第${number + 1}水利局`, section: random.pick(sections) },
    title: `${random.pick(subjects)}${random.pick(['不完整', '管理不规范', '未按规定履行程序'])}（${seq}）`,
    department: random.pick(departments),
    ...{ responsibleLeader: personId(handler % 5), departmentHead: personId(5 + (handler % 6)) },
    handlers: [personId(handler), personId((handler + 7) % peopleEach)],
    measures: [1, 2].map((ordinal) => ({ ordinal, text: `${random.pick(deeds)}，立行立改` })),
  };
}

function people(number: number) {
  return Array.from({ length: peopleEach }, (_each, index) => ({
    ...{ id: personId(index), name: nameOf(number, index), roles: ['handler'] },
    department: departments[index % departments.length] ?? null,
  }));
}

function personId(index: number): string {
  return `p${index}`;
}

/** Some ten thousand names: most people have to do with one rectification. */
export function nameOf(number: number, index: number): string {
  const random = randomOf(number, `name/${index}`);
  return `${random.pick(family)}${random.pick(given)}${random.pick(given)}`;
}
