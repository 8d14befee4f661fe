// The vocabularies of status, mapped to the four the ledger knows. The table is the documentation:
// the first row that fits decides, so what is hedged stands before what is plain.
import type { ImportedStatus } from '../imported-feedback';

const table: readonly (readonly [ImportedStatus, RegExp])[] = [
  // 未完成, 尚未完成, 未整改到位, 未启动, 集中整改期内未完成; 未完成，正在推进
  [
    'notCompleted',
    /^(?:集中整改期内?|目前|尚|暂|仍|还|暂时|未|能|按期|全部)*未(?:能)?(?:按期|全部)?(?:完成|整改|办结|启动|销号|解决|到位)/,
  ],
  // 将完成整改, 正在整改，预计完成: it is still to come
  ['inProgress', /(?:^|[，,、；;])(?:将|预计|拟)(?:按期|如期|全部|全面)*(?:完成|整改到位|办结)/],
  // 阶段性完成, 取得阶段性成效, 长期坚持, 已完成并长期坚持, 已完成，持续巩固
  [
    'phaseCompleted',
    /阶段性?(?:任务|目标|整改|成效|成果|进展|已|完成)|长期|(?:完成|到位).{0,4}(?:持续|常态|巩固)|常态化/,
  ],
  // 基本完成, 部分完成: something is left to do, and nothing says that it goes on for ever
  [
    'inProgress',
    /(?:基本|部分|初步)(?:整改)?(?:完成|到位|解决)|^(?:完成|已完成|整改|率|达到?|为)*\d{1,2}[%％]/,
  ],
  // 正在整改, 推进中, 持续整改, 有序推进, 按计划推进, 未到期
  [
    'inProgress',
    /正在|中$|(?:尚|仍|还)在|序时进度|(?:持续|有序|稳步|加快|继续|序时|扎实|深入|正常|计划|时序|进度)(?:整改|推进|落实|进行|实施)|未到|启动/,
  ],
  // 已完成, 完成整改, 整改到位, 已整改, 已办结, 已销号, 已解决, 已落实到位
  ['completed', /100[%％]|完成|完毕|到位|办结|销号|解决|清零|结案|已(?:经)?(?:全部)?(?:整改|落实)/],
];

/** All a status phrase may be made of: a sentence about the matter has other words in it. */
const vocabulary =
  /^(?:已|己|均|都|目前|现|经|正|在|达|全部|全面|按期|如期|按时|取得|实现|达到|将|预计|拟|完成|完毕|整改|到位|办结|办理|销号|结案|清零|阶段性|阶段|成效|成果|效果|进展|任务|目标|要求|并|且|但|仍|需要|需|长期|坚持|持续|继续|推进|抓好|落实|巩固|提升|深化|常态化|正在|正常|稳步|有序|加快|深入|扎实|进行|实施|中|未|尚|暂|还|能|基本|大部分|部分|初步|按|计划|时序|序时|进度|工作|问题|事项|解决|立行立改|即知即改|立即|限期|集中|期|内|到期|时限|启动|率|为|\d{1,3}[%％]|[，,、；;])+$/;

const longestPhrase = 30;

/** The status a phrase stands for. The whole phrase must be status: a sentence about the matter is null. */
export function statusOf(words: string): ImportedStatus | null {
  const phrase = words
    .replace(/^[\s:：（(【[“"]+|[\s。.；;，,、）)】\]！”"]+$/g, '')
    .replace(/\s/g, '');
  if (phrase.length > longestPhrase || !vocabulary.test(phrase)) return null;
  return table.find(([, pattern]) => pattern.test(phrase))?.[0] ?? null;
}

/** The value of a status line, which may go on after the status: 正在推进，预计8月底前完成. */
export function statusOfField(words: string): ImportedStatus | null {
  const value = ticked(words);
  const clauses = value.split(/[，,；;。（(]/).filter((clause) => clause.trim() !== '');
  return (
    statusOf(value) ??
    statusOf(clauses.slice(0, 2).join('，')) ??
    statusOf(clauses[0] ?? '') ??
    whatItCameTo(value, clauses)
  );
}

/** 台账齐全。已完成。 规划已印发，完成整改。: it stands last; in a clause it says 整改 or 推进. */
function whatItCameTo(value: string, clauses: readonly string[]): ImportedStatus | null {
  const sentences = value.split(/[。；;]/).filter((sentence) => sentence.trim() !== '');
  const last = sentences.length > 1 ? (sentences.at(-1) ?? '') : '';
  const clause = clauses.length > 1 ? (clauses.at(-1) ?? '') : '';
  return (
    statusOf(last) ??
    statusOf(last.split(/[，,]/)[0] ?? '') ??
    (/整改|推进/.test(clause) ? statusOf(clause) : null)
  );
}

/** 正在整改，预计2026年6月底前完成。: a status, and no more than when it will be another. */
export function statusWithTerm(words: string): ImportedStatus | null {
  const [, first = '', rest = ''] = /^([^，,。；;]+)[，,。；;] ?(.+)$/.exec(words) ?? [];
  const isTerm =
    /^(?:(?:预计|计划|力争|拟|将|预期|争取|确保)[^，,。；;]{0,40}(?:完成|到位|办结|销号|完工)[^，,。；;]{0,6}|[^，,。；;]{0,12}预计[^，,。；;]{0,10}[年月][^，,。；;]{0,20})[。；;]?$/;
  return isTerm.test(rest) ? statusOf(first) : null;
}

/** ☑已完成 □未完成: only what is ticked counts. */
function ticked(words: string): string {
  const marks = [...words.matchAll(/([☑☒√✓✔■])|([□☐])/g)];
  const chosen = marks.findIndex(([, tick]) => tick !== undefined);
  const tick = marks[chosen];
  if (tick === undefined || !marks.some(([, , box]) => box !== undefined)) return words;
  return words.slice(tick.index + 1, marks[chosen + 1]?.index ?? words.length).trim();
}

const headings: readonly (readonly [ImportedStatus, RegExp])[] = [
  [
    'notCompleted',
    /未(?:能)?(?:按期)?(?:完成|整改到位|办结)(?:整改)?(?:的)?(?:反馈|整改)?(?:问题|事项|任务|情况)/,
  ],
  [
    'phaseCompleted',
    /(?:长期(?:坚持|整改|推进|抓好)|阶段性完成)(?:整改|推进)?(?:的)?(?:反馈|整改)?(?:问题|事项|任务|情况|工作)/,
  ],
  [
    'inProgress',
    /(?:正在|持续|继续|仍需|需)(?:整改|推进|落实)(?:中)?(?:的)?(?:反馈|整改)?(?:问题|事项|任务|情况)|基本(?:整改)?(?:完成|到位|解决)(?:整改)?(?:的)?(?:反馈|整改)?(?:问题|事项|任务)|需(?:要)?(?:一定|较长)时间/,
  ],
  [
    'completed',
    /(?:已|内|经)(?:经|全部|按期)?(?:整改)?(?:完成|办结|到位|销号)(?:整改)?(?:的)?(?:反馈|整改)?(?:问题|事项|任务|情况)/,
  ],
];

/** The status a chapter or section gives all its problems: 集中整改期内已完成的整改事项. */
export function statusOfHeading(title: string): ImportedStatus | null {
  const ofAll = /[，,。；;（(] ?(?:均|全部|都)(?:已经?)?([^，,。；;）)]{2,12})/.exec(title)?.[1];
  return (
    headings.find(([, pattern]) => pattern.test(title))?.[0] ??
    // （一）…方面，共反馈问题3个，均已完成整改。
    statusOf(ofAll ?? '')
  );
}

const subject =
  /^(?:目前|现|截至目前|至此)?[，,]?(?:(?:该|此|本|上述|以上|相关|反馈)(?:项|条|个)?(?:整改|反馈)?(?:问题|任务|事项|工作|内容)?)?/;

/** 已于2024年4月底完成整改: when it was. */
const day = /(?<=^已?|^正)[于在]?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底末初]|[上中下]旬)?[前内]?/;

/** 已于2026年9月完成: that it is done, and when it was. */
export function doneOn(words: string): ImportedStatus | null {
  return /^已/.test(words) && day.test(words) ? statusOf(words.replace(day, '')) : null;
}

/** A last or first sentence that says nothing but the status: 该项问题已完成整改。 Its words, or null. */
export function statusSentence(body: string): string | null {
  const [last, first] = [lastSentence(body), firstSentence(body)].map((sentence) =>
    withoutSubject(sentence),
  );
  const isStatus = (words = '') =>
    (namesStatus.test(words) && statusOf(words) !== null) || goesOn.test(words);
  if (statusWithTerm(last ?? '') !== null) return last?.split(/[，,]/)[0] ?? null;
  if (isStatus(last)) return last ?? null;
  const lastClause = last?.split(/[，,]/).at(-1) ?? '';
  if (/^正在/.test(lastClause) && goesOn.test(lastClause)) return lastClause;
  return isStatus(first) ? (first ?? null) : null;
}

/** 一是…。已完成整改。二是…。正在整改。: the different statuses that sentences of one text state of its parts. */
export function statusesTold(body: string): readonly ImportedStatus[] {
  const told = body
    .split(/[。；;\n]/)
    .filter((sentence) => sentence.length <= longestPhrase)
    .map(withoutSubject)
    .flatMap((words) => (namesStatus.test(words) ? (statusOf(words) ?? []) : []));
  return [...new Set(told)];
}

const namesStatus = /整改|完成|成效|长期|办结|销号/;
const goesOn = /^(?:正在|持续|有序|稳步|加快)(?:持续|有序|稳步|加快)?(?:推进|整改|落实)中?$/;

function withoutSubject(sentence: string): string {
  return sentence.replace(/\s/g, '').replace(subject, '').replace(day, '');
}

function lastSentence(body: string): string {
  return (
    body
      .slice(-70)
      .replace(/[。；;]$/, '')
      .split(/[。；;\n]/)
      .at(-1)
      ?.trim() ?? ''
  );
}

function firstSentence(body: string): string {
  return (
    body
      .slice(0, 70)
      .split(/[。；;\n]/)[0]
      ?.trim() ?? ''
  );
}
