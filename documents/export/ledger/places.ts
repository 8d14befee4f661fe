// Where things stand in the ledger's workbook: named once, for the rows and for the formulas that count them.

export const ledgerSheet = '台账';
export const headRow = 3;
export const firstRow = headRow + 1;

/** `'台账'!$F$4:$F$15`; one row at least, so that the formula stays one. */
export function rangeOf(letter: string, problems: number): string {
  const last = headRow + Math.max(1, problems);
  return `'${ledgerSheet}'!$${letter}$${firstRow}:$${letter}$${last}`;
}
