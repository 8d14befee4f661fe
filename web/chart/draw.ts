/** Lays a chart out and gives it as SVG that a page can hold: looks by classes, read out as one picture with its own words. */
import { Graphviz } from '@hpcc-js/wasm-graphviz';

let loaded: Promise<Graphviz> | null = null;

/** Drawings that are kept; each is some tens of kilobytes. */
const most = 300;
const kept = new Map<string, Promise<string>>();

/**
 * @param key under which the same drawing is kept
 * @param dot asked for where there is none of this key yet
 */
export function drawn(key: string, dot: () => string, title: string): Promise<string> {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const drawing = draw(dot(), title);
  kept.set(key, drawing);
  drawing.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return drawing;
}

async function draw(dot: string, title: string): Promise<string> {
  loaded ??= Graphviz.load();
  const graphviz = await loaded;
  return forPage(graphviz.layout(dot, 'svg', 'dot'), title);
}

/** Pixels a point: its texts are then a little smaller than the page's. */
const scale = 1.15;

/** Only the drawing itself: Graphviz's own names and sizes are nothing to people. */
export function forPage(svg: string, title: string): string {
  const from = svg.indexOf('<svg');
  const viewBox = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 100 100';
  const [, , width = 0] = viewBox.split(' ').map(Number);
  const inside = svg
    .slice(svg.indexOf('>', from) + 1)
    .replaceAll(/<title>[^<]*<\/title>\s*/g, '')
    .replaceAll(/<!--[\s\S]*?-->\s*/g, '')
    .replaceAll(/ (?:id|font-family)="[^"]*"/g, '');
  return `<svg viewBox="${viewBox}" width="${Math.round(width * scale)}" role="img" aria-label="${attribute(title)}">${inside}`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
