/** One request of a browser and all of its answer. */
import { request, type Agent, type IncomingMessage } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Until all of it is here. */
  readonly ms: number;
}

export type Headers = Readonly<Record<string, string>>;

export type Asked = Answer & {
  readonly cookies: readonly string[];
  /** Where it sends the browser on to; null: nowhere. */
  readonly location: string | null;
};

/** @throws the system's error where there is no answer, or half of one */
export type Ask = (method: string, path: string, headers: Headers, body?: string) => Promise<Asked>;

export const asForm = { 'content-type': 'application/x-www-form-urlencoded' } as const;

export function asking(base: string, agent: Agent): Ask {
  return (method, path, headers, body) =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const asked = request(`${base}${path}`, { method, agent, headers });
      asked.on('error', reject).on('response', (answer: IncomingMessage) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('error', reject).on('end', () =>
          resolve({
            ...{ status: answer.statusCode ?? 0, text, ms: performance.now() - began },
            cookies: answer.headers['set-cookie'] ?? [],
            location: answer.headers.location ?? null,
          }),
        );
      });
      asked.end(body);
    });
}

/** What a browser sends back of them. */
export function cookieOf({ cookies }: Pick<Asked, 'cookies'>): string {
  return cookies.map((each) => each.split(';')[0] ?? '').join('; ');
}
