/**
 * Posts one message to one server, and says how far it came: answered, never reached, or sent without an answer. Follows no
 * redirect; the address is judged after the name is resolved, at the moment of connecting, and for each connection anew.
 */
import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Addresses } from './addresses';

export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  /** What the server asks to be left alone for, ms; null where it says nothing. */
  readonly retryAfterMs: number | null;
  /** At most its first 64 KiB. */
  readonly body: string;
}

export type Posted =
  | Answer
  /** The address is not one that may be posted to. */
  | { readonly kind: 'forbidden'; readonly reason: string }
  /** Nothing has been sent. */
  | { readonly kind: 'unreached'; readonly reason: string }
  /** It was sent, or may have been: whether it has arrived nobody knows. */
  | { readonly kind: 'unanswered'; readonly reason: string };

/** Never throws. */
export type Post = (request: PostRequest) => Promise<Posted>;

/** @param timeoutMs for the whole of it, from the name's look-up to the answer's last byte */
export function createPost(addresses: Addresses, timeoutMs = 15_000): Post {
  return ({ url, headers, body }) => {
    const target = new URL(url);
    const plain = target.protocol === 'http:';
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const permit = (address: string): boolean => addresses.permit(address, plain);
    // An address in the URL itself is never looked up.
    if (isIP(host) !== 0 && !permit(host))
      return Promise.resolve({ kind: 'forbidden', reason: forbiddenWords(host, plain) });
    const options: RequestOptions = {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: guarded(permit, plain),
      signal: AbortSignal.timeout(timeoutMs),
    };
    const request = (plain ? plainRequest : secureRequest)(target, options);
    return exchange(request, body, plain ? 'connect' : 'secureConnect', timeoutMs);
  };
}

function exchange(
  request: ClientRequest,
  body: string,
  connection: 'connect' | 'secureConnect',
  timeoutMs: number,
): Promise<Posted> {
  return new Promise((done) => {
    let connected = false;
    request.on('socket', (socket) => socket.once(connection, () => (connected = true)));
    request.on('response', (response) => collect(response, done));
    request.on('error', (error) => {
      if (error instanceof ForbiddenAddress)
        return done({ kind: 'forbidden', reason: error.message });
      const reason = wordsOf(error, timeoutMs);
      done({ kind: connected ? 'unanswered' : 'unreached', reason });
    });
    request.end(body);
  });
}

const bodyRoom = 65_536;

function collect(response: IncomingMessage, done: (posted: Posted) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const answer = (): void =>
    done({
      kind: 'answer',
      status: response.statusCode ?? 0,
      retryAfterMs: retryAfter(response.headers['retry-after']),
      body: Buffer.concat(chunks).toString('utf8'),
    });
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk.subarray(0, bodyRoom - size));
    size += chunk.length;
    if (size < bodyRoom) return;
    answer();
    response.destroy();
  });
  response.on('end', answer);
  response.on('error', () => done({ kind: 'unanswered', reason: '应答没有收全' }));
}

/** Seconds, or a date. */
function retryAfter(header: string | undefined): number | null {
  if (header === undefined) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.round(seconds * 1000)) : null;
}

class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

function forbiddenWords(address: string, plain: boolean): string {
  return plain
    ? `不加密的 http 只能发往 allow 中列出的地址，${address} 不在其中`
    : `地址 ${address} 属于本机、本网段或内网，须在 allow 中列出才能发往`;
}

/** One address that is not permitted is enough: a name server that mixes them is not to be trusted. */
function guarded(permit: (address: string) => boolean, plain: boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, found: readonly LookupAddress[]) => {
      if (error !== null) return callback(error, '', 4);
      const forbidden = found.find(({ address }) => !permit(address));
      if (forbidden !== undefined)
        return callback(new ForbiddenAddress(forbiddenWords(forbidden.address, plain)), '', 4);
      const [first] = found;
      if (options.all === true || first === undefined) return callback(null, [...found]);
      return callback(null, first.address, first.family);
    });
  };
}

/** Without the URL, of which part is secret. */
function wordsOf(error: Error, timeoutMs: number): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (error.name === 'AbortError') return `${timeoutMs / 1000} 秒内没有应答`;
  return words[code] ?? `连接出错（${code === '' ? error.name : code}）`;
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: '对方没有开放服务（ECONNREFUSED）',
  ECONNRESET: '连接被对方断开（ECONNRESET）',
  EPIPE: '连接被对方断开（EPIPE）',
  ENOTFOUND: '域名不能解析（ENOTFOUND）',
  EAI_AGAIN: '域名服务没有应答（EAI_AGAIN）',
  ETIMEDOUT: '连接超时（ETIMEDOUT）',
  ENETUNREACH: '网络不通（ENETUNREACH）',
  EHOSTUNREACH: '网络不通（EHOSTUNREACH）',
};
