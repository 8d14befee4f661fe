// A status or a kind in brackets at the edge of a text: …的问题。（已完成） It is no part of the text.
import { kindOf } from './kind-words';
import { statusOf } from './status-words';

export interface Noted {
  readonly text: string;
  readonly note: string | null;
}

const atEnd = /[ ]?[（(【[]([^（）()【】[\]]{2,24})[)）】\]]([。.；;]?)$/;
const atStart = /^[（(【[]([^（）()【】[\]]{2,24})[)）】\]] ?/;
const dashed = / ?(?:[-—–]{1,2}|[:：]) ?([^-—–:：。；;（）()]{2,24})。?$/;

export function withoutNote(text: string): Noted {
  const tail = text.slice(-40);
  const end = atEnd.exec(tail);
  if (end !== null && isNote(end[1])) {
    return {
      text: `${text.slice(0, text.length - end[0].length)}${end[2] ?? ''}`,
      note: end[1] ?? null,
    };
  }
  const start = atStart.exec(text.slice(0, 40));
  if (start !== null && isNote(start[1]))
    return { text: text.slice(start[0].length), note: start[1] ?? null };
  const dash = dashed.exec(tail);
  if (dash !== null && isNote(dash[1]))
    return { text: text.slice(0, text.length - dash[0].length), note: dash[1] ?? null };
  return { text, note: null };
}

function isNote(words: string | undefined): boolean {
  return words !== undefined && (statusOf(words) !== null || kindOf(words) === 'immediate');
}
