/** The fields of a form as texts: what is missing or a file is an empty text. */
import type { WebContext } from '../web-env';

export async function formFields<Name extends string>(
  c: WebContext,
  ...names: readonly Name[]
): Promise<Readonly<Record<Name, string>>> {
  const body = await c.req.parseBody().catch(() => ({}));
  const given = body as Readonly<Record<string, unknown>>;
  const text = (name: Name): string => {
    const value = given[name];
    return typeof value === 'string' ? value : '';
  };
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>;
}
