/** What a robot's answer means: a code in JSON, whatever HTTP's own status says. Pure. */
import type { Answer } from '../http/post';
import { byStatus, type Verdict } from '../http/verdict';

export interface Codes {
  /** Too many messages. */
  readonly limits: readonly number[];
  /** How long the provider silences a robot for that, ms. */
  readonly silencedMs: number;
  /** Refused for good, and what to do about it. */
  readonly refused: Readonly<Record<number, string>>;
}

/** A code that is neither known as a refusal nor as success may pass: what is not known is not given up. */
export function byCode(answer: Answer, { limits, silencedMs, refused }: Codes): Verdict {
  const said = readAnswer(answer.body);
  if (said === null) return withoutCode(answer);
  const { code, text } = said;
  if (code === 0) return { kind: 'sent', detail: '已接收' };
  const reason = `错误码 ${code}（${text}）`;
  const later = { kind: 'failed', reason, retryAfterMs: answer.retryAfterMs } as const;
  if (limits.includes(code) || answer.status === 429 || /too many request/i.test(text))
    return {
      ...later,
      reason: `${reason}，发送过于频繁`,
      retryAfterMs: answer.retryAfterMs ?? silencedMs,
    };
  const remedy = refused[code];
  return remedy === undefined ? later : { kind: 'refused', reason: `${reason}，${remedy}` };
}

function withoutCode(answer: Answer): Verdict {
  const verdict = byStatus(answer);
  if (verdict.kind !== 'sent') return verdict;
  return { kind: 'unknown', reason: `HTTP ${answer.status}，但应答看不懂` };
}

interface Said {
  readonly code: number;
  readonly text: string;
}

function readAnswer(body: string): Said | null {
  const said = parsed(body);
  if (typeof said !== 'object' || said === null) return null;
  const {
    errcode,
    errmsg,
    code = errcode,
    msg = errmsg,
    StatusCode,
  } = said as Record<string, unknown>;
  const number = code ?? StatusCode;
  if (typeof number !== 'number') return null;
  return { code: number, text: typeof msg === 'string' ? msg : '' };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}
