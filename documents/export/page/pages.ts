// A whole document, before anybody says how it is written.
import type { Block } from './blocks';

/** An official document, or forms to be filled in and signed. */
export type Look = 'official' | 'form';

export interface Pages {
  readonly look: Look;
  /** For the file's properties. */
  readonly title: string;
  readonly blocks: readonly Block[];
}
