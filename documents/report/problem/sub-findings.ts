// What a problem is made of where its text lists it: 具体表现：（1）…（2）…, 一是… 二是….
import { measuresOf } from './measures';
import type { Passage } from './problem-text';

/** One for each mark; without marks one for each paragraph that is a sentence, else all as one. */
export function subFindingsOf(findings: readonly Passage[]): readonly { readonly text: string }[] {
  const listed = measuresOf(findings).measures.map(({ text }) => ({ text: onOneLine(text) }));
  if (listed.length > 0) return listed;
  const instances = findings.flatMap(({ text }) => instancesIn(text));
  if (instances.length > 1) return instances.map((text) => ({ text }));
  const texts = findings.map(({ text }) => text).filter((text) => text !== '');
  const sentences = texts.every((text) => /[。；;！!]$/.test(text));
  return (sentences ? texts : [texts.join('')])
    .map((text) => ({ text: text.replace(/[；;，,]$/, '') }))
    .filter(({ text }) => text !== '');
}

/** 有的笔记照抄，有的心得雷同。: each 有的 is one. */
function instancesIn(text: string): readonly string[] {
  if (!/^有[的些]/.test(text)) return [];
  return text.split(/[，,；;。](?=有[的些])/).map((part) => part.trim());
}

function onOneLine(text: string): string {
  return text.replace(/\n/g, '');
}
