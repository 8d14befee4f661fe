/** One request to one page process: its answer whole, or known not to be; a live page's events as they come. */
import {
  request as ask,
  type Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';

/** `gone`: whoever asked did not wait for it. */
export type Passed = 'answered' | 'unanswered' | 'cutOff' | 'liveCut' | 'gone';

export interface Passing {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
}

/** As nginx's `proxy_read_timeout`. */
const readTimeout = 60_000;

/** Never throws. Nothing has been sent to whoever asked where it gives `unanswered` or `cutOff`. */
export function passOn(
  url: string,
  agent: Agent,
  { request, response, body }: Passing,
): Promise<Passed> {
  return new Promise((resolve) => {
    const asked = ask(`${url}${request.url ?? '/'}`, {
      ...{ agent, method: request.method, timeout: readTimeout },
      headers: headersFor(request, body),
    });
    const leave = (): void => {
      asked.destroy();
      resolve('gone');
    };
    response.once('close', leave);
    const end = (passed: Passed): void => {
      response.off('close', leave);
      resolve(passed);
    };
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => end('unanswered'));
    asked.on('response', (answer) => {
      if (isLive(answer)) stream(answer, response, resolve);
      else
        whole(answer).then(
          (text) => {
            end('answered');
            response.writeHead(answer.statusCode ?? 502, headersBack(answer)).end(text);
          },
          () => end('cutOff'),
        );
    });
    asked.end(body);
  });
}

/** Where it came from is said by us alone, whatever it brought along. */
function headersFor(request: IncomingMessage, body: Buffer): IncomingHttpHeaders {
  const { connection: _connection, 'transfer-encoding': _chunks, ...own } = request.headers;
  return {
    ...own,
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-proto': 'http',
    ...(body.length > 0 ? { 'content-length': String(body.length) } : {}),
  };
}

function headersBack(answer: IncomingMessage): IncomingHttpHeaders {
  const { connection, 'keep-alive': kept, 'transfer-encoding': chunks, ...own } = answer.headers;
  void [connection, kept, chunks];
  return own;
}

const isLive = ({ headers }: IncomingMessage): boolean =>
  (headers['content-type'] ?? '').startsWith('text/event-stream');

/** A stream has no end of its own: that it ends is seen by the browser, which comes again. */
function stream(
  answer: IncomingMessage,
  response: ServerResponse,
  resolve: (passed: Passed) => void,
): void {
  response.writeHead(answer.statusCode ?? 200, headersBack(answer));
  response.flushHeaders();
  answer.on('data', (chunk: Buffer) => response.write(chunk));
  const cut = (): void => {
    resolve('liveCut');
    response.destroy();
  };
  answer.on('end', cut).on('error', cut);
}

async function whole(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
