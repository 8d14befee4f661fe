/** A cookie of a request that no route of ours has in hand yet. */
import { parse } from 'hono/utils/cookie';

/** Empty where it is not there. */
export function cookieIn(request: Request, name: string): string {
  return parse(request.headers.get('cookie') ?? '', name)[name] ?? '';
}
