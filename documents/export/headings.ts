// Where problems stand in a document: （一） section, 1. problem; or 1. group and （1） problem where there are groups.
// Numbers are made anew: the feedback's own may skip what is not printed.
import { chineseNumeral } from './chinese-numeral';
import { inOneLine } from './clean';
import { heading, type Heading } from './page/blocks';
import type { ProblemRecord } from './record';

export interface Placed {
  readonly problem: ProblemRecord;
  /** Those that open before it; the last is its own. */
  readonly headings: readonly Heading[];
}

/** In the order given. */
export function placed(problems: readonly ProblemRecord[]): readonly Placed[] {
  const sectioned = problems.some(({ section }) => section !== null);
  let at = start;
  return problems.map((problem) => {
    const section = sectioned ? withoutNumber(problem.section ?? '其他方面') : null;
    const inSection = enterSection(at, section);
    const own = enterProblem(inSection.at, problem);
    at = own.at;
    return { problem, headings: [...inSection.opened, ...own.opened] };
  });
}

/** The numbers reached, and what is open. */
interface Place {
  readonly sections: number;
  readonly items: number;
  readonly subItems: number;
  readonly section: string | null;
  readonly group: string | null;
}

interface Entered {
  readonly at: Place;
  readonly opened: readonly Heading[];
}

const start: Place = { sections: 0, items: 0, subItems: 0, section: null, group: null };

function enterSection(at: Place, section: string | null): Entered {
  if (section === null || section === at.section) return { at, opened: [] };
  const sections = at.sections + 1;
  return {
    at: { ...at, sections, section, group: null },
    opened: [heading(2, `（${chineseNumeral(sections)}）${section}`)],
  };
}

function enterProblem(before: Place, { group, title }: ProblemRecord): Entered {
  if (group === null) {
    const items = before.items + 1;
    return {
      at: { ...before, items, group },
      opened: [heading(3, `${items}.${titleSentence(title)}`)],
    };
  }
  const { at, opened } = enterGroup(before, withoutNumber(group));
  const subItems = at.subItems + 1;
  return {
    at: { ...at, subItems },
    opened: [...opened, heading(4, `（${subItems}）${titleSentence(title)}`)],
  };
}

function enterGroup(at: Place, group: string): Entered {
  if (group === at.group) return { at, opened: [] };
  const items = at.items + 1;
  return { at: { ...at, items, subItems: 0, group }, opened: [heading(3, `${items}.${group}`)] };
}

const ownNumber =
  /^(?:[（(][一二三四五六七八九十百]+[)）]、?|第?[一二三四五六七八九十百]+(?:[、．.]|部分[:：、]?)|[（(]\d{1,3}[)）]|\d{1,3}[.．、](?!\d))\s*/;

/** （一）…, 三、…, 1.…: a heading without the number it had elsewhere. */
export function withoutNumber(text: string): string {
  const line = inOneLine(text);
  return line.replace(ownNumber, '') || line;
}

/** 关于…的问题。 A title that says so itself stays as it is. */
export function titleSentence(title: string): string {
  const words = inOneLine(title).replace(/[。；;，,、：:\s]+$/, '');
  if (/^(?:关于|针对)/.test(words)) return `${words}。`;
  return /问题[”"』」]?$/.test(words) ? `关于${words}。` : `关于${words}的问题。`;
}
