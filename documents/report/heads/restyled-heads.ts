// Numberings that mean another level here than by custom, seen by what stands beside them.
import { isAllProblems, isAround, namesFault } from '../../vocabulary/chapter-words';
import { titlesProblem } from './forgotten-numbers';
import { labelAtStart } from '../../vocabulary/labels';
import type { Head } from './numbered-heads';

type Heads = readonly (Head | null)[];

/** `heads`: the head of every line, or null. */
export function restyledHeads(heads: Heads): Heads {
  return withPartsOfProblems(withSectionsAsChapters(heads));
}

/** （一）组织落实情况 （二）反馈问题整改情况 （三）下一步打算, and no 一、 above them. */
function withSectionsAsChapters(heads: Heads): Heads {
  if (heads.some((head) => head?.style === 'chapter')) return heads;
  const titles = heads.flatMap((head) => (head?.style === 'section' ? [head.rest] : []));
  if (!titles.some(isAllProblems) || !titles.some(isAround)) return heads;
  return heads.map((head) =>
    head?.style === 'section' && !isAspect(head.rest) ? { ...head, style: 'chapter' } : head,
  );
}

/** 一是党的领导方面, between the chapter and its items. */
function isAspect(title: string): boolean {
  return title.endsWith('方面');
}

/** 问题三：… or 三、…不到位 over （一）整改措施：1.… 2.… （二）整改结果: these are its parts, and 1. 2. what they list. */
function withPartsOfProblems(heads: Heads): Heads {
  let isProblem = false;
  let isListed = false;
  return heads.map((head) => {
    if (head === null) return head;
    const isPart = isProblem && head.style === 'section' && isLabelled(head.rest);
    const isOfPart = isListed && head.style === 'item';
    isProblem = titlesOne(head) || (isProblem && (isPart || head.style === 'item'));
    isListed = isPart || isOfPart;
    if (isPart) return { ...head, style: 'parenItem' };
    return isOfPart ? { ...head, style: 'circled' } : head;
  });
}

function titlesOne({ style, rest }: Head): boolean {
  if (style === 'named') return true;
  const isTitle = titlesProblem(rest) || namesFault(rest.replace(/问题/g, ''));
  return style === 'chapter' && isTitle && !isAround(rest);
}

/** 整改措施, or 整改时限：2026年5月底. */
function isLabelled(text: string): boolean {
  return text !== '' && labelAtStart(text)?.closed === true;
}

/** 整改措施 and nothing else. */
export function isLabelAlone(text: string): boolean {
  return text !== '' && labelAtStart(text)?.end === text.length;
}
