/** The parts of a page that ask for themselves, as its elements say it. Pure. */

export interface LivePart {
  readonly path: string;
  /** The server's events upon which it asks anew. */
  readonly events: readonly string[];
  /** Not in the page yet: asked for when the page is there. */
  readonly onLoad: boolean;
  /** At most once every few seconds, by our script; else with every event. */
  readonly calm: boolean;
}

export function livePartsOf(page: string): readonly LivePart[] {
  return [...page.matchAll(/<[a-z]+ [^>]*hx-get="[^>]*>/g)].flatMap(([element]) => {
    const triggers = attribute(element, 'hx-trigger').split(/,\s*/);
    const events = triggers.flatMap((each) => /^sse:(\S+)/.exec(each)?.[1] ?? []);
    const onLoad = triggers.includes('load');
    if (events.length === 0 && !onLoad) return [];
    const calm = events.includes(attribute(element, 'data-calm'));
    return [{ path: attribute(element, 'hx-get'), events, onLoad, calm }];
  });
}

/** Where a page listens; null: it does not. */
export function streamOf(page: string): string | null {
  return attribute(/<body[^>]*>/.exec(page)?.[0] ?? '', 'sse-connect') || null;
}

function attribute(element: string, name: string): string {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1] ?? '';
  return found.replaceAll('&amp;', '&');
}
