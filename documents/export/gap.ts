// What a document cannot know and must not invent: a place marked for its author to fill in.

/** 【待补：反馈日期】; documents print it highlighted. */
export function gap(what: string): string {
  return `【待补：${what}】`;
}

/** How many gaps are in a text. */
export function gapsInText(text: string): number {
  return text.split('【待补：').length - 1;
}

/** A text cut where its gaps begin and end. */
export function partsAroundGaps(
  text: string,
): readonly { readonly text: string; readonly isGap: boolean }[] {
  return text
    .split(/(【待补：[^【】]*】)/)
    .map((part, index) => ({ text: part, isGap: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
