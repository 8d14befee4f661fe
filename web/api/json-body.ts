/** A body of JSON, however it was sent. */
import type { WebContext } from '../web-env';
import { ApiProblem } from './problem-details';

/** Of a command; a list that is received may have more. */
const largest = 1024 * 1024;

/** An empty body is an object without fields. @throws ApiProblem for what is no JSON, or too large */
export async function jsonBody(c: WebContext, most = largest): Promise<unknown> {
  const text = await textOf(c, most);
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiProblem('invalid', 'The body is no JSON.');
  }
}

/** Not read on once it is too large. */
async function textOf({ req: { raw } }: WebContext, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of (raw.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > most) throw new ApiProblem('too-large', `At most ${most} bytes.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
