// A status or a kind in brackets at the edge of a text: …的问题。（已完成） It is no part of the text.
import { kindAlone, kindOf } from '../../vocabulary/kind-words';
import { statusOf, statusWithTerm } from '../../vocabulary/status-words';

export interface Noted {
  readonly text: string;
  readonly note: string | null;
}

const atEnd = /[ ]?[（(【[]([^（）()【】[\]]{2,40})[)）】\]]([。.；;]?)$/;
const atStart = /^[（(【[]([^（）()【】[\]]{2,24})[)）】\]] ?/;
const dashed = / ?(?:[-—–]{1,2}|[:：]) ?([^-—–:：。；;（）()]{2,24})。?$/;

export function withoutNote(text: string): Noted {
  const tail = text.slice(-60);
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
  if (words === undefined) return false;
  // 正在整改，剩余3人正在追缴: a status, and what is left to do.
  const isStatus =
    statusOf(words.split(/[，,；;]/)[0] ?? '') !== null || statusWithTerm(words) !== null;
  return isStatus || kindOf(words) === 'immediate' || toldBy(words) !== null;
}

/** What a note tells of one problem; null for what it does not tell. */
export interface Told {
  readonly kind: string;
  readonly term: string | null;
  readonly status: string | null;
}

const termAlone =
  /^(?:(?:整改|完成)?[时期]限)?[:：]?(?:\d{4} ?[年./-] ?)?\d{1,2} ?(?:月 ?(?:\d{1,2} ?日|[底末])?|[./-] ?\d{1,2})(?:之?前|以?内)?(?:完成)?$/;

/** 限期整改，2026年5月底前，未完成: a kind, and what comes with it. Null where the kind does not come first, or more is said. */
export function toldBy(note: string): Told | null {
  const [kind = '', ...others] = note.split(/[，,、；;|｜/]/).map((part) => part.trim());
  if (kindAlone(kind) === null || others.length === 0) return null;
  const term = others.find((part) => termAlone.test(part)) ?? null;
  const status = others.filter((part) => !termAlone.test(part)).join('，');
  if (status !== '' && statusOf(status) === null) return null;
  return { kind, term, status: status === '' ? null : status };
}
