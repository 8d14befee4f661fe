/** 佐证材料 as a field of events: hashes and names only; the files are in a store that no machine knows. */
import type { Field } from '../engine/core';

export const evidence = {
  type: 'list',
  of: { type: 'file' },
  max: 50,
  title: '佐证材料',
  optional: true,
} as const satisfies Field;
