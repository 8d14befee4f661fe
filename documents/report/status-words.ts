// The vocabularies of status, mapped to the four the ledger knows. The table is the documentation:
// the first row that fits decides, so what is hedged stands before what is plain.
import type { ImportedStatus } from '../imported-feedback';

const table: readonly (readonly [ImportedStatus, RegExp])[] = [
  // 未完成, 尚未完成, 未整改到位, 未启动, 暂未完成（正在推进）
  [
    'notCompleted',
    /^(?:集中整改期内?|目前|尚|暂|仍|还|暂时)*未(?:能)?(?:按期|全部)?(?:完成|整改|办结|启动|销号|解决|到位)/,
  ],
  // 阶段性完成, 已取得阶段性成效, 已完成并长期坚持, 长期坚持, 需持续推进并长期坚持, 已完成，持续巩固
  [
    'phaseCompleted',
    /阶段性?(?:任务|目标|整改|成效|成果|进展|已?完成)|长期(?:坚持|整改|推进|任务|落实|抓好)|(?:完成|到位).{0,6}(?:持续|长期|常态|巩固)|常态化|坚持常抓/,
  ],
  // 基本完成, 部分完成: something is left to do, nothing says for ever
  ['inProgress', /^(?:已|整改)?(?:基本|大部分|部分|初步)(?:整改)?(?:完成|到位|解决)/],
  // 正在整改, 推进中, 持续整改, 有序推进, 按计划推进, 未到期
  [
    'inProgress',
    /正在|[推进整改办理行]中$|^(?:需|已)?(?:持续|有序|稳步|加快|继续|序时|扎实|深入)(?:整改|推进|落实|进行)|按.{0,6}推进|未到(?:期|时限)|尚需|启动整改|已启动/,
  ],
  // 已完成, 已完成整改, 完成整改, 整改到位, 已整改, 已办结, 已销号, 已解决, 已落实, 立行立改（已完成）
  [
    'completed',
    /^(?:立行立改|立即整改|即知即改)?(?:目前|现)?(?:均|都|全部|按期|如期|按时)?(?:已|己)?(?:经)?(?:全部|按期|如期|按时)?(?:整改|完成|办结|销号|解决|落实|清零|结案)(?:任务|工作|事项|问题|销号|目标)*(?:到位|完成|完毕|整改|落实|办结|销号)*$/,
  ],
];

/** The status a phrase stands for; null when the phrase is none of the vocabulary. The whole phrase must be status. */
export function statusOf(words: string): ImportedStatus | null {
  const phrase = words
    .replace(/^[\s:：（(【[“"]+|[\s。.；;，,、）)】\]！”"]+$/g, '')
    .replace(/\s/g, '');
  if (phrase === '' || phrase.length > longestPhrase) return null;
  return (
    table.find(([, pattern]) => pattern.test(phrase.replace(/[（(].*[)）]$/, '')))?.[0] ?? null
  );
}

const longestPhrase = 24;

const headings: readonly (readonly [ImportedStatus, RegExp])[] = [
  [
    'notCompleted',
    /未(?:能)?(?:按期)?(?:完成|整改到位|办结)(?:整改)?(?:的)?(?:反馈|整改)?(?:问题|事项|任务|情况)/,
  ],
  [
    'phaseCompleted',
    /(?:(?:阶段性|需|需要|并)?长期(?:坚持|整改|推进|抓好)|阶段性完成)(?:整改)?(?:的)?(?:整改)?(?:问题|事项|任务|情况|工作)/,
  ],
  [
    'inProgress',
    /(?:正在|持续|继续|仍需|需)(?:整改|推进|落实)(?:中)?(?:的)?(?:整改)?(?:问题|事项|任务|情况)|基本完成(?:整改)?(?:的)?(?:整改)?(?:问题|事项|任务)|需(?:要)?(?:一定|较长)时间/,
  ],
  [
    'completed',
    /(?:已|内|经)(?:经|全部|按期)?(?:整改)?(?:完成|办结|到位|销号)(?:整改)?(?:的)?(?:整改)?(?:问题|事项|任务|情况)/,
  ],
];

/** The status a chapter or section gives all its problems: 集中整改期内已完成的整改事项. */
export function statusOfHeading(title: string): ImportedStatus | null {
  return headings.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

const closingSentence =
  /(?:^|[。；;\n])(?:目前[，,]?|现[，,]?|截至目前[，,]?)?(?:该|此|本|上述|以上|相关|反馈)(?:项|条|个)?(?:整改|反馈)?(?:问题|任务|事项|工作|内容)?(?:整改)?(?:目前)?((?:已|均|全部|基本|尚未|未|正在|需|持续|取得)[^。；;，,\n]{1,18}(?:[，,](?:并|需)?(?:长期|持续)[^。；;，,\n]{1,10})?)[。；;]?$/;

/** 该项问题已完成整改。 at the very end of a body: the words that give the status, or null. */
export function statusWordsAtEnd(body: string): string | null {
  const words = closingSentence.exec(body.slice(-60))?.[1];
  return words !== undefined && statusOf(words) !== null ? words : null;
}
