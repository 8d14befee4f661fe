/** What a form of these pages sends: texts, several of one name, a file. */
import type { WebContext } from '../../web-env';
import type { Sent } from './problem-form';

type Body = Readonly<Record<string, string | File | (string | File)[]>>;

export async function bodyOf(c: WebContext): Promise<Body> {
  return c.req.parseBody({ all: true });
}

export function textsOf(body: Body): Sent {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

export function allOf(body: Body, name: string): readonly string[] {
  const value = body[name] ?? [];
  return [value].flat().filter((each) => typeof each === 'string');
}

/** Null where none was chosen. */
export async function fileOf(
  body: Body,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const file = body['file'];
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return null;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
