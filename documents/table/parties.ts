/** The people and departments named in a cell, with what the cell itself says of their part. */

import { readsAsDepartment, readsAsPerson } from './surnames';

export type Part = 'lead' | 'assist' | 'leader' | 'handler';

export interface Party {
  readonly name: string;
  /** What is written before it: 牵头：, 配合：; null where nothing is. */
  readonly part: Part | null;
  /** What stands in brackets behind it, where it is no job: 办公室（张三）. */
  readonly note: string | null;
}

/** In the order of the cell, each once. */
export function partiesIn(text: string): readonly Party[] {
  const seen = new Set<string>();
  return segmentsOf(text)
    .flatMap(({ part, words }) => wordsIn(words).flatMap((word) => partyOf(word, part)))
    .filter(({ name }) => !seen.has(name) && seen.add(name));
}

interface Segment {
  readonly part: Part | null;
  readonly words: string;
}

const label =
  /(责任领导|牵头领导|分管领导|包保领导|领导|牵头(?:责任)?(?:部门|单位|科室|处室)?|主办(?:部门|单位)?|主责(?:部门|单位)?|责任(?:部门|单位|科室|处室)|(?:部门|单位|科室)|配合(?:部门|单位|科室|处室)?|协办(?:部门|单位)?|协助(?:部门|单位)?|参与(?:部门|单位)?|(?:具体|直接)?责任人|经办人|承办人|联系人|负责人) *[:：]/g;

const parts: readonly (readonly [Part, RegExp])[] = [
  ['leader', /领导/],
  ['assist', /^(?:配合|协办|协助|参与)/],
  ['handler', /人$/],
  ['lead', /./],
];

function segmentsOf(text: string): readonly Segment[] {
  const marks = [...text.matchAll(label)];
  const first = marks[0]?.index ?? text.length;
  const labelled = marks.map((found, index) => ({
    part: parts.find(([, pattern]) => pattern.test(found[1] ?? ''))?.[0] ?? null,
    words: text.slice(found.index + found[0].length, marks[index + 1]?.index ?? text.length),
  }));
  return [{ part: null, words: text.slice(0, first) }, ...labelled];
}

/** Brackets keep together; 张 伟 and 张 伟 are one name spaced out. */
function wordsIn(text: string): readonly string[] {
  const closed = text
    .normalize('NFC')
    .replace(/ +(?=[（(])/g, '')
    .replace(spacedName, '$1$2');
  return [
    ...closed.matchAll(/(?:[^、，,；;/／|&+＋\s（()）【】[\]]|[（([【][^）)\]】]*[）)\]】])+/g),
  ].map(([word]) => word);
}

const spacedName =
  /(?<![^\s、，,；;/：:])(\p{Script=Han}) +(\p{Script=Han})(?![^\s、，,；;/（(])/gu;

const job =
  '(?:党组|党委|党总支|党支部)?(?:(?:第一|常务)?副?(?:局长|书记|主任|科长|处长|部长|校长|院长|所长|站长|股长|队长|主席|经理|总经理|董事长|厅长|县长|镇长|乡长|秘书长|园长|馆长|会长|司长|组长|总工程师|总会计师)|(?:[一二三四]级)?(?:调研员|主任科员|主办|科员)|党组成员|党委委员|委员|纪检组长|同志)';
const onlyJob = new RegExp(`^(?:${job}|[兼、])+$`);
const jobBefore = new RegExp(`^(?:${job})+(?=\\p{Script=Han}{2,3}$)`, 'u');
const jobBehind = new RegExp(`^(\\p{Script=Han}{2,3}?)(?:${job})+$`, 'u');

function partyOf(word: string, part: Part | null): readonly Party[] {
  const found = /^(.*?)[（([【]([^）)\]】]*)[）)\]】]?$/.exec(word);
  const bare = (found?.[1] ?? word)
    .replace(/^\d+[.．、]|[。.：:]+$/g, '')
    .replace(/等(?:同志|人)?$/, '');
  if (bare === '' || onlyJob.test(bare) || /^[/\\—–\-_无]+$/.test(bare)) return [];
  const name = withoutJob(bare);
  const inside = found?.[2]?.trim() ?? '';
  const said = partInBrackets(inside);
  const note = inside === '' || said !== null || onlyJob.test(inside) ? null : inside;
  return [{ name, part: said ?? part, note }];
}

/** 副局长王强, 王强副局长; what is left must read as a person, or 局长办公室 would lose its first half. */
function withoutJob(words: string): string {
  const names = [words.replace(jobBefore, ''), words.replace(jobBehind, '$1')];
  return names.find((name) => name !== words && isPersonOnly(name)) ?? words;
}

function isPersonOnly(name: string): boolean {
  return readsAsPerson(name) && !readsAsDepartment(name);
}

/** 财务科（牵头）, 办公室（配合） */
function partInBrackets(words: string): Part | null {
  if (/^(?:牵头|主办|主责)/.test(words)) return 'lead';
  return /^(?:配合|协办|协助|参与)/.test(words) ? 'assist' : null;
}
