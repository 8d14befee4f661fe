// The words that introduce a part of a problem's text: remedy, status, deadline, kind, who, finding.
// Recognises them by name and place; what the value means is for others.
import { statusOf } from './status-words';

export type LabelKind = 'remedy' | 'status' | 'deadline' | 'kind' | 'who' | 'finding' | 'about';

export interface Label {
  readonly kind: LabelKind;
  readonly name: string;
  /** A colon, brackets, or nothing else on its line; false where a colon was forgotten. */
  readonly closed: boolean;
  readonly start: number;
  /** Where the value begins: past the colon and spaces. */
  readonly end: number;
}

const names: readonly (readonly [LabelKind, string])[] = [
  [
    'status',
    '整改进度|整改状态|整改结果|整改完成情况|整改完成状态|完成情况|完成状态|完成进度|是否完成|销号情况|销号状态|办理(?:状态|进度|结果)|当前状态|整改进程|状态|进度',
  ],
  [
    'deadline',
    '(?:整改|完成|办结|整改完成|整改到位|(?:计划|预计|拟|目标|要求)(?:整改|完成)|销号)(?:时限|期限|时间|日期)|时限要求|时限',
  ],
  ['kind', '(?:整改|问题|任务)(?:类型|类别|性质|分类)|整改方式'],
  [
    'who',
    '(?:(?:责任|牵头|分管|包保|督办|包案|整改责任|整改牵头|牵头责任|主要责任|主责|主办|配合|配合责任|协助|协办|协同|参与|承办|具体责任|直接责任|第一责任|整改)(?:领导|部门|单位|科室|股室|处室|人|人员|班子成员|党组织)|(?:具体)?(?:经办|承办|联系)人员?)(?:(?:及|和|与|、)?(?:责任|牵头|经办)(?:领导|部门|单位|科室|股室|人))?|责任分工|责任(?:部门|单位|科室|股室)[（(]?人[）)]?',
  ],
  [
    'finding',
    '(?:巡[察视])?(?:反馈|存在|发现|具体)(?:的)?(?:主要|具体)?问题|问题(?:描述|表现|内容)?|反馈内容|(?:巡[察视](?:组)?|反馈)指出|(?:具体|主要)表现(?:为|在|是)?|反馈意见',
  ],
  ['about', '整改目标|原因分析|问题成因|产生原因|问题原因'],
  [
    'remedy',
    '(?:(?:巡[察视]|集中|具体|主要|已)?整改(?:落实|工作|进展|完成|采取)?(?:的)?(?:情况|措施|进展|成效|举措|成果|做法|结果)(?:(?:及|和|与)(?:整改|落实|完成|取得)?(?:的)?(?:情况|措施|进展|成效|效果|结果))?|整改落实|整改进展情况|整改落实进展情况|落实整改情况|(?:办理|处理|处置|整改到位|整改工作开展|整改开展)情况|落实情况|进展情况|工作(?:措施|举措|进展)|(?:目前|当前)?进展|具体(?:措施|做法|举措)|主要(?:措施|做法)|采取(?:的)?措施|措施|举措|做法|成效|整改)',
  ],
];

const anyName = names.map(([, pattern]) => pattern).join('|');
const spaced = '[ ]?';
const open = '[【\\[〔〖(（]?';
const close = '[】\\]〕〗)）]?';
/** What a label can begin with: most lines are ruled out by their first character. */
const firstOfName =
  /^[【[〔〖(（]?[整完是销办当时计问任责牵分包督主配协承具第经直巡反存发原产落进工采集已预拟目要联参措举做成状]/;
/** 措施2：…: the number is one of a list's, and stays with the text. */
const listNumber = /^([1-9]\d?|[一二三四五六七八九十]{1,2})[:：]/;
const opening = new RegExp(
  `^${open}(?:${anyName})${close}${spaced}(?:[:：]${spaced}|(?=$)|(?=[一1][是])|(?<=措施|举措|做法)(?=${listNumber.source.slice(1)}))`,
);
const beforeColon = new RegExp(`${open}(?:${anyName})${close}${spaced}$`);
const bracketed = new RegExp(`[【\\[〔〖](?:${anyName})$`);
const kinds = names.map(([kind, pattern]) => [kind, new RegExp(`^(?:${pattern})$`)] as const);

/** A label that opens the text: with a colon, in brackets, alone, or (a slip) straight before 一是. */
export function labelAtStart(text: string): Label | null {
  const printed = firstOfName.test(text) ? opening.exec(text.slice(0, 40))?.[0] : undefined;
  if (printed === undefined) return null;
  const label = labelOf(printed, 0, printed.length === text.length);
  const number = listNumber.exec(text.slice(printed.length))?.[1];
  return label === null || number === undefined || label.closed
    ? label
    : { ...label, name: label.name + number, closed: true };
}

/** 整改成效： and the like only go on with what was done; 整改措施及成效： begins it. */
export function isResult(name: string): boolean {
  return /[效果]/.test(name) && !/措施|举措|做法|情况|进展/.test(name);
}

export type Place = 'heading' | 'paragraph';

/**
 * Labels anywhere in the text, in order; inside a sentence only those with a colon or in brackets.
 * A paragraph that is no heading may open with a label whose colon was forgotten.
 */
export function labelsIn(text: string, place: Place): readonly Label[] {
  const spaced = place === 'paragraph' ? spacedLabels(text) : [];
  if (spaced.length > 0) return spaced;
  const first = labelAtStart(text) ?? (place === 'paragraph' ? labelWithoutColon(text) : null);
  const later = labelsInside(text, first?.end ?? 0, place);
  return first === null ? later : [first, ...later];
}

const longestName = 24;

/** Looks back from every colon and closing bracket: a long text is gone through once. */
function labelsInside(text: string, from: number, place: Place): readonly Label[] {
  const labels: Label[] = [];
  let start = from;
  for (const { index, 0: mark } of text.matchAll(/[:：】\]〕〗]/g)) {
    if (index < start) continue;
    const before = text.slice(Math.max(start, index - longestName), index);
    const found = (/[:：]/.test(mark) ? beforeColon : bracketed).exec(before);
    if (found === null || !mayOpen(text, index - found[0].length, place)) continue;
    const after = text.charAt(index + 1);
    const end = index + (after === ' ' || /[:：]/.test(after) ? 2 : 1);
    const label = labelOf(text.slice(index - found[0].length, end), index - found[0].length);
    if (label === null) continue;
    labels.push(label);
    start = end;
  }
  return labels;
}

const colonless =
  /^整改(?:落实|情况|措施)(?=[一-鿿])(?!的|工作|方案|不|和|及|与|了|等|到位|较|已|责任|要求|台账|清单|落实|执行|制定|缺|未|流于|针对|空|情况|进展|报告|汇报|以来)/;

function labelWithoutColon(text: string): Label | null {
  const status = /^(?:整改(?:情况|进度|状态|结果|进展)|完成情况) ?(?=(.{2,30})$)/.exec(text);
  const found = statusOf(status?.[1] ?? '') === null ? colonless.exec(text) : status;
  return found === null ? null : labelOf(found[0], 0);
}

const spacedName = new RegExp(
  `(?:^|(?<= ))(?:${namesOf('who')}|${namesOf('deadline')}) (?=[^ :：])`,
  'g',
);

/** 责任领导 王强 责任部门 办公室: a short line without any colon, as columns set apart by spaces become one. */
function spacedLabels(text: string): readonly Label[] {
  if (text.length > longestSpaced || !firstOfName.test(text) || /[:：。]/.test(text)) return [];
  const labels = [...text.matchAll(spacedName)].flatMap(
    (found) => labelOf(found[0], found.index, true) ?? [],
  );
  return labels[0]?.start === 0 ? labels : [];
}

const longestSpaced = 80;

function namesOf(kind: LabelKind): string {
  return names.find(([each]) => each === kind)?.[1] ?? '';
}

function labelOf(printed: string, start: number, alone = false): Label | null {
  const name = printed.replace(/[【[〔〖(（】\]〕〗)）:： ]/g, '');
  const kind = kinds.find(([, pattern]) => pattern.test(name))?.[0];
  if (kind === undefined) return null;
  return {
    kind,
    name,
    closed: alone || /[:：]|[】\]〕〗]/.test(printed),
    start,
    end: start + printed.length,
  };
}

/**
 * A label inside a line begins a clause, or follows a space, a bracket or the 问题 of a title;
 * 审计整改情况 in a sentence is none.
 */
function mayOpen(text: string, start: number, place: Place): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return (
    before === '' ||
    /[【[〔〖(（]/.test(text.charAt(start)) ||
    /[。;；,，、!！?？.．”"）)】|｜/\s①-⑳]$/.test(before) ||
    (place === 'heading' && before === '问题')
  );
}
