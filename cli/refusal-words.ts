/** The engine's refusal as people read it. */
import type { Refused } from '../engine/core';
import { zh } from './messages/zh';

export function whyWords(refused: Refused): string {
  const words = refused.why.map(({ code, text }) => zh.refusals[code](text));
  return [...new Set(words)].join('；');
}
