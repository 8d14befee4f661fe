/** The engine's refusal as people read it. */
import type { Refused } from '../engine/core';
import { refusalText } from '../words/refusals';

export function whyWords(refused: Refused): string {
  return refusalText(refused, 'zh');
}
