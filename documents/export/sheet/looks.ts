// How cells look: fonts, rules, colours of lamps, page setup. The same on every sheet out.
import type { Alignment, Borders, Fill, Font, PageSetup } from 'exceljs';
import { lamps, type Lamp } from '../../../domain/words';
import { lampTerms } from '../terms';

const line = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;

export const ruled: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
export const titleFont: Partial<Font> = { name: '方正小标宋简体', size: 18 };
export const headFont: Partial<Font> = { name: '黑体', size: 10 };
export const bodyFont: Partial<Font> = { name: '宋体', size: 10 };
export const noteFont: Partial<Font> = { name: '宋体', size: 9, color: { argb: 'FF7F7F7F' } };
export const headFill: Fill = filled('FFD9E2F3');
export const dateFormat = 'yyyy"年"m"月"d"日"';

export const centred: Partial<Alignment> = {
  horizontal: 'center',
  vertical: 'middle',
  wrapText: true,
};
export const words: Partial<Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true };

export const lampFills: Readonly<Record<Lamp, Fill>> = {
  normal: filled('FFC6E0B4'),
  approaching: filled('FF9DC3E6'),
  behind: filled('FFFFE699'),
  overdue: filled('FFFF8A80'),
};

/** For a cell in which a lamp is named; null: another word. */
export function lampFillOf(word: string): Fill | null {
  const lamp = lamps.find((one) => lampTerms[one] === word);
  return lamp === undefined ? null : lampFills[lamp];
}

export function filled(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

const paperSizes = { a3: 8, a4: 9 } as const;

/** One page wide, as many high as it takes; the first rows on every page. */
export function printed(
  paper: keyof typeof paperSizes,
  orientation: 'landscape' | 'portrait',
  rows: string,
): Partial<PageSetup> {
  return {
    paperSize: paperSizes[paper] as unknown as NonNullable<PageSetup['paperSize']>,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: rows,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
}

/** What the sheet was made from, and the page, at the foot of every page. */
export function footOf(madeFrom: string): string {
  return `&L&9${madeFrom.replaceAll('&', '&&')}&R&9第 &P 页，共 &N 页`;
}
