// The names of people in a line that also gives their jobs: 党组成员、副局长王强；党委书记 李明（兼）.
import type { Party } from '../table/parties';
import { readsAsDepartment, readsAsPerson } from '../table/surnames';

/** In the order of the line, each once; a job without a name gives nothing. */
export function namesOfPeople(parties: readonly Party[]): readonly string[] {
  const names = parties.flatMap(({ name, note }) => nameIn(name) ?? nameIn(note ?? '') ?? []);
  return [...new Set(names)];
}

const veiled = /^[一-鿿](?:[某×xXＸ*＊○]{1,2}[一-鿿]?)$/;
const jobBefore =
  /^.*(?:书记|主席|主任|委员|成员|经理|董事长?|总监|会计师|工程师|经济师|巡视员|调研员|主管|干事|专员|负责人|[一-鿿]长|同志)[：: ]?(?=[一-鿿]{2,4}$)/;
const jobBehind =
  /(?:副?(?:书记|主席|主任|委员|经理|[局处科股部校院所站队镇乡会园馆组厂区]长)|同志)$/;

/** A name, bare or with a job before or behind it; null for anything else. */
function nameIn(words: string): string | null {
  const shapes = [words, words.replace(jobBefore, ''), words.replace(jobBehind, '')];
  return shapes.find(isName) ?? null;
}

function isName(words: string): boolean {
  if (veiled.test(words)) return true;
  return readsAsPerson(words) && !looksLikeDepartment(words) && !onlyJob.test(words);
}

const onlyJob =
  /(?:[书局院校镇乡县]长|书记|主任|经理|班子|领导|负责人|全体|成员|人员|待定|同志|各.{1,2})$/;

/** 张文会 ends like a 会, 安监科 begins like an 安: three characters with a frequent surname are a name. */
function looksLikeDepartment(words: string): boolean {
  if (!readsAsDepartment(words)) return false;
  return !/^[王李张刘陈杨赵黄周吴徐孙胡朱高郭何罗郑梁谢宋唐许韩冯邓曹彭曾][^业务政监融管新][会村园馆校中]$/.test(
    words,
  );
}
