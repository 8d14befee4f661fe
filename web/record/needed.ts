/** How new the record must be that a request is answered from. */
import { currentRequest, type CurrentRequest } from '../health/current-request';
import { farIn, type Heads, type Look } from './looks';

/** A look is a request's own for so long, ms: some answers go on for hours. */
const lasts = 1000;

interface Looked {
  readonly at: number;
  readonly heads: Promise<Heads>;
}

/**
 * A part that a page asks for anew shows at least what was told last, be it by another process: whatever happens after that will be
 * told too. A page shows what there is when it is asked for, by one look. What may change something looks every time: it must see
 * what itself has done.
 *
 * @param told what the pages were told of last; null: nothing yet
 */
export function neededNow(look: Look, told: () => Heads | null): () => Promise<Heads> {
  const looked = new WeakMap<CurrentRequest, Looked>();
  return () => {
    const request = currentRequest();
    if (request === null || request.kind === 'act') return look();
    const known = request.kind === 'part' ? told() : null;
    if (known !== null && farIn(known, null) >= request.told) return Promise.resolve(known);
    const found = looked.get(request);
    if (found !== undefined && performance.now() - found.at < lasts) return found.heads;
    const heads = look();
    looked.set(request, { at: performance.now(), heads });
    return heads;
  };
}
