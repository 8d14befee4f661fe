/** The engine's refusal as people read it. */
import type { Refused } from '../engine/core';
import { zh, type Messages } from './messages/zh';

export function whyWords(refused: Refused, messages: Messages = zh): string {
  const words = refused.why.map(({ code, text }) => messages.refusals[code](text));
  return [...new Set(words)].join('；');
}
