/** What became of a message that was posted, and whether another attempt can help. Pure. */
import type { Answer, Posted } from './post';

export type Verdict =
  | { readonly kind: 'sent'; readonly detail: string }
  /** It did not arrive; later it may. */
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs: number | null }
  /** It did not arrive, and will not until somebody changes something. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It may have arrived. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** @param judge what the answer means in this server's own language */
export function verdictOn(posted: Posted, judge: (answer: Answer) => Verdict): Verdict {
  switch (posted.kind) {
    case 'answer':
      return judge(posted);
    case 'forbidden':
      return { kind: 'refused', reason: posted.reason };
    case 'unreached':
      return { kind: 'failed', reason: posted.reason, retryAfterMs: null };
    case 'unanswered':
      return { kind: 'unknown', reason: `已发出，${posted.reason}` };
  }
}

/**
 * By HTTP's own rules. 2xx is for the caller to read where it says more; 504 comes from a server in between, which does not know
 * what the one behind it has done.
 */
export function byStatus({ status, retryAfterMs }: Answer): Verdict {
  const reason = `HTTP ${status}${words[status] ?? ''}`;
  if (status >= 200 && status < 300) return { kind: 'sent', detail: reason };
  if (status >= 300 && status < 400) return { kind: 'refused', reason: `${reason}，不跟随转址` };
  if (status === 504) return { kind: 'unknown', reason };
  const passes = status >= 500 || [408, 425, 429].includes(status);
  return passes ? { kind: 'failed', reason, retryAfterMs } : { kind: 'refused', reason };
}

const words: Readonly<Record<number, string>> = {
  401: '（未获授权，请核对密钥）',
  403: '（被禁止，请核对密钥和 IP 白名单）',
  404: '（没有这个地址）',
  410: '（地址已停用）',
  413: '（消息过长）',
  429: '（发送过于频繁）',
  502: '（对方服务器出错）',
  503: '（对方服务暂停）',
  504: '（网关等不到应答）',
};
