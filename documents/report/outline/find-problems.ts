// Which nodes of the outline are the problems. Everything above a problem is its section or group.
import {
  chapterRole,
  findingsRole,
  isNextSteps,
  namesFault,
  namesProblems,
  type ChapterRole,
} from '../../vocabulary/chapter-words';
import { listedApart } from './listed-before';
import type { HeadStyle } from '../heads/numbered-heads';
import type { FoundProblem } from './found-problem';
import { labelsIn } from '../../vocabulary/labels';
import type { OutlineNode } from './outline';
import { listStyle, problemStyle } from './problem-style';
import { endOfFirstSentence } from '../../vocabulary/quotes';
import { bearsRemedy, holdsRemedy } from './remedies';
import { isLabelAlone } from '../heads/restyled-heads';

export interface Findings {
  readonly problems: readonly FoundProblem[];
  /** Numbered text inside chapters of problems that was taken for none. */
  readonly leftOut: readonly OutlineNode[];
  /** Chapters that only list what a later one tells again. */
  readonly lists: readonly OutlineNode[];
}

export interface Hints {
  /** How many problems the report says it has; a hint where nothing else decides. */
  readonly declared: number | null;
  /** The text lists problems without remedies. */
  readonly findingsOnly: boolean;
}

export function findProblems(nodes: readonly OutlineNode[], hints: Hints): Findings {
  const { declared, findingsOnly } = hints;
  const candidates = nodes.filter(
    mayHoldProblems(nodes, findingsOnly ? findingsRole : chapterRole),
  );
  const chosen = new Set(candidates);
  const style = problemStyle(candidates, declared) ?? (findingsOnly ? listStyle(candidates) : null);
  const problems: FoundProblem[] = [];
  const leftOut = nodes.filter((node) => !chosen.has(node) && mayBeMeant(node));
  const visit = (node: OutlineNode, ancestors: readonly OutlineNode[], kin: Kin): void => {
    if (isProblem(node, style, kin)) {
      problems.push({ node, ancestors });
      return;
    }
    if (leavesText(node)) leftOut.push(node);
    const kinOfChildren = kinAmong(node.children, node);
    for (const child of node.children) visit(child, [...ancestors, node], kinOfChildren);
  };
  const kin = kinAmong(candidates, null);
  if (style !== null) for (const node of candidates) visit(node, [], kin);
  return { leftOut, ...listedApart(problems) };
}

/**
 * Chapters hold problems where their titles or remedies say so, else where nothing speaks against it.
 * What stands beside chapters, and chapters that are problems themselves, are looked at too.
 */
function mayHoldProblems(
  nodes: readonly OutlineNode[],
  roleOf: (title: string) => ChapterRole,
): (node: OutlineNode) => boolean {
  const isChapter = ({ head }: OutlineNode) => head.style === 'chapter';
  const says = (node: OutlineNode) =>
    (roleOf(node.head.rest) === 'problems' && !isHollow(node)) ||
    (roleOf(node.head.rest) === 'unclear' && listsFaults(node)) ||
    (!isNextSteps(node.head.rest) && holdsRemedy(node));
  const speaksAgainst = ({ head }: OutlineNode) => roleOf(head.rest) === 'other';
  const chapters = nodes.filter(isChapter);
  const told = chapters.some(says);
  const endings = new Set(chapters.filter(says).flatMap(({ head }) => endingOf(head.rest) ?? []));
  const saysOrIsAlike = (node: OutlineNode) =>
    says(node) ||
    (roleOf(node.head.rest) === 'unclear' && endings.has(endingOf(node.head.rest) ?? ''));
  const areProblems = chapters.some(bearsRemedy);
  const all = chapters.length === nodes.length && chapters.every(speaksAgainst);
  return (node) => {
    if (!isChapter(node) || all) return true;
    return told && !areProblems ? saysOrIsAlike(node) : says(node) || !speaksAgainst(node);
  };
}

/** 在…上存在差距的问题 and 在…上抓得不细的问题 are chapters of one kind, however little stands under the second. */
function endingOf(title: string): string | null {
  return /(?:方面|问题)(?=[。：:]?$)/.exec(title)?.[0] ?? null;
}

/** 一、整改落实工作情况 / 1.提高站位，凝聚共识。: nothing in the title speaks of problems, and nothing below it of a fault. */
function isHollow(node: OutlineNode): boolean {
  const titles = titlesUnder(node);
  return !namesProblems(node.head.rest) && titles.length > 0 && !titles.some(namesFault);
}

/** 三、“回头看”情况 / 1.清收不力: most of what is numbered below it is a fault. */
function listsFaults(node: OutlineNode): boolean {
  const titles = titlesUnder(node);
  return titles.length > 1 && titles.filter(namesFault).length * 5 >= titles.length * 3;
}

function titlesUnder({ children }: OutlineNode): readonly string[] {
  const items = children.flatMap((child) => [child, ...child.children]);
  return items.map(({ head }) => firstSentence(head.rest));
}

function firstSentence(text: string): string {
  const end = endOfFirstSentence(text);
  return end < 0 ? text : text.slice(0, end);
}

/** The numberings whose nodes, at one place, have remedies of their own: the others there are problems too. */
type Kin = ReadonlySet<HeadStyle> | 'all';

function kinAmong(nodes: readonly OutlineNode[], parent: OutlineNode | null): Kin {
  if (parent?.remedy === true) return 'all';
  return new Set(nodes.filter(bearsRemedy).map(({ head }) => head.style));
}

function isProblem(node: OutlineNode, style: HeadStyle | null, kin: Kin): boolean {
  if (node.part || isLabelAlone(node.head.rest) || isFact(node.head.rest)) return false;
  if (node.head.style === 'named' || node.head.style === 'unnumbered') return true;
  if (bearsRemedy(node)) return true;
  if (node.children.some(holdsRemedy) || node.remedy) return false;
  return (
    kin === 'all' || kin.has(node.head.style) || node.head.style === style || isLoneProblem(node)
  );
}

/** 1)巡察时间：…: what the report says of itself, numbered. */
function isFact(text: string): boolean {
  return /^(?:巡[察视]|反馈|公[示开布告])(?:的)?(?:时间|日期|期限|单位|对象)[:：]/.test(text);
}

/** An item with text of its own that names a fault, at a level where other items are groups. */
function isLoneProblem({ head, own, children }: OutlineNode): boolean {
  const heading = head.style === 'chapter' || head.style === 'section';
  return !heading && children.length === 0 && own.length > 0 && namesFault(head.rest);
}

/** A chapter that was not gone into: with a remedy, or called as chapters of problems are and with items that name faults. */
function mayBeMeant(node: OutlineNode): boolean {
  const isUnclear = chapterRole(node.head.rest) === 'unclear' && endingOf(node.head.rest) !== null;
  return holdsRemedy(node) || (isUnclear && titlesUnder(node).some(namesFault));
}

/** Text stands here that belongs to no problem: paragraphs of a leaf, or a remedy whose problem has lost its head. */
function leavesText({ own, children }: OutlineNode): boolean {
  return children.length === 0 ? own.length > 0 : own.some(({ text }) => remedyWithText(text));
}

export function remedyWithText(text: string): boolean {
  return labelsIn(text, 'paragraph').some(
    ({ kind, end }) => kind === 'remedy' && end < text.length,
  );
}
