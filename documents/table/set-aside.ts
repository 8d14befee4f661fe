/** Sheets that say themselves that they are not read: explanations and lists of a form. */
import type { Block, Contents } from '../contents';

/** Stands in the first cell of such a sheet. */
export const notRead = '本页不读入';

export function withoutSetAside({ blocks }: Contents): Contents {
  return { blocks: blocks.filter((block) => !isSetAside(block)) };
}

function isSetAside(block: Block): boolean {
  return block.kind === 'grid' && (block.rows[0]?.cells[0]?.text ?? '').includes(notRead);
}
