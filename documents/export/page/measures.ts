// The page of an official document (GB/T 9704): A4, 22 lines of 28 characters. Lengths in twips, twentieths of a point.

const perMillimetre = 1440 / 25.4;

const twips = (millimetres: number) => Math.round(millimetres * perMillimetre);

export const page = { width: twips(210), height: twips(297) } as const;

export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly footer: number;
}

/** The page number stands 7 mm below the text. */
export const officialMargins: Margins = {
  top: twips(37),
  bottom: twips(35),
  left: twips(28),
  right: twips(26),
  footer: twips(17),
};

/** Forms take more of the sheet. */
export const formMargins: Margins = {
  top: twips(20),
  bottom: twips(20),
  left: twips(22),
  right: twips(20),
  footer: twips(10),
};

/** On a form: a line in a cell, a cell's room above and below its text, and at its sides, a line under the title, the title with its space. */
export const formLine = 340;
export const rowPadding = 100;
export const cellSides = 180;
export const formLinePitch = 400;
export const formTitle = 680;

/** 小四, 12 points. */
export const formCharacter = 240;

/** 225 mm in 22 lines. */
export const linePitch = 579;

/** 三号, 16 points: the width of a character of the body. */
export const characterWidth = 320;

/** 156 mm for 28 characters, a little less than their own width. Spacing holds the grid in every reader, docGrid in few. */
export const characterSpacing = Math.round(twips(156) / 28) - characterWidth;

export function textHeight(margins: Margins): number {
  return page.height - margins.top - margins.bottom;
}

export function textWidth(margins: Margins): number {
  return page.width - margins.left - margins.right;
}
