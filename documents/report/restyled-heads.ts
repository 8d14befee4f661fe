// Numberings that mean another level here than by custom, seen by what stands beside them.
import { isAllProblems, isAround } from './chapter-words';
import { labelAtStart } from './labels';
import type { Head } from './numbered-heads';

type Heads = readonly (Head | null)[];

/** `heads`: the head of every line, or null. */
export function restyledHeads(heads: Heads): Heads {
  return withPartsOfNamed(withSectionsAsChapters(heads));
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

/** 问题三：… over （一）整改措施 （二）整改结果: these are its parts. */
function withPartsOfNamed(heads: Heads): Heads {
  let isNamed = false;
  return heads.map((head) => {
    if (head === null) return head;
    const isPart = isNamed && head.style === 'section' && isLabelAlone(head.rest);
    isNamed = head.style === 'named' || (isNamed && (isPart || head.style === 'item'));
    return isPart ? { ...head, style: 'parenItem' } : head;
  });
}

function isLabelAlone(text: string): boolean {
  return labelAtStart(text)?.end === text.length;
}
