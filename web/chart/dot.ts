/** A chart as Graphviz takes it: states as boxes, states with states inside as frames. Pure. */
import { flat, type Chart, type ChartState, type ChartWay } from './model';

export interface ChartWords {
  readonly state: (state: ChartState) => string;
  readonly event: (type: string) => string;
}

export function dotOf(chart: Chart, words: ChartWords): string {
  const all = flat(chart.states);
  const byPath = new Map(all.map((state, place) => [state.path, { ...state, place }]));
  return [
    'digraph {',
    'graph [compound=true, rankdir=TB, nodesep=0.25, ranksep=0.35, bgcolor=transparent, fontsize=13, margin=0]',
    `node [shape=box, style=rounded, margin="0.06,0.03", height=0.36, fontsize=${size}]`,
    `edge [arrowsize=0.7, fontsize=${size}]`,
    ...chart.states.flatMap((state) => drawn(state, words)),
    ...chart.ways.flatMap((way) => wayIn(way, byPath, words)),
    '}',
  ].join('\n');
}

const size = 13;

function drawn(state: ChartState, words: ChartWords): readonly string[] {
  const look = `${state.kind}${state.isLive ? ' live' : ''}`;
  const label = words.state(state);
  if (state.states.length === 0)
    return [`${quoted(state.path)} [class="state ${look}", label=${boxed([label])}]`];
  return [
    `subgraph ${quoted(`cluster ${state.path}`)} {`,
    `class="frame ${look}"; labeljust=l; style="rounded${state.kind === 'parallel' ? ',dashed' : ''}"; label=${boxed([label])}`,
    ...state.states.flatMap((inner) => drawn(inner, words)),
    '}',
  ];
}

/** A way from or to a frame is drawn from or to a box within and cut off at the frame. */
function wayIn(
  { from, to, events }: ChartWay,
  byPath: ReadonlyMap<string, ChartState & { readonly place: number }>,
  words: ChartWords,
): readonly string[] {
  const [source, target] = [byPath.get(from), byPath.get(to)];
  if (source === undefined || target === undefined) return [];
  const [tail, head] = [firstBox(source), firstBox(target)];
  const cuts = [
    ...(source.states.length > 0 && !isAround(source, target)
      ? [`ltail=${quoted(`cluster ${from}`)}`]
      : []),
    ...(target.states.length > 0 && !isAround(target, source)
      ? [`lhead=${quoted(`cluster ${to}`)}`]
      : []),
    // Life goes down the page in the order of the chart; what leads back does not turn it round.
    ...(target.place < source.place ? ['constraint=false'] : []),
  ];
  const label = `label=${boxed(inLines(events.map(words.event)))}`;
  const isLit = source.isLive ? ' lit' : '';
  return [
    `${quoted(tail.path)} -> ${quoted(head.path)} [class="way${isLit}", ${[label, ...cuts].join(', ')}]`,
  ];
}

const isAround = (outer: ChartState, inner: ChartState): boolean =>
  inner.path.startsWith(`${outer.path}.`);

/** Of several regions the last: ways that leave a frame then cross the fewest others. */
function firstBox(state: ChartState): ChartState {
  const [first] = state.states;
  return first === undefined ? state : firstBox(first);
}

/** Two events a line. */
function inLines(events: readonly string[]): readonly string[] {
  return Array.from({ length: Math.ceil(events.length / 2) }, (_each, index) =>
    events.slice(index * 2, index * 2 + 2).join(' / '),
  );
}

/** A text with its room given, from its left edge: Graphviz on the server knows no Chinese font, the browser that shows it does. */
function boxed(lines: readonly string[]): string {
  const width = Math.ceil(Math.max(...lines.map(widthOf)));
  const rows = lines.map(
    (line) =>
      `<tr><td align="left" fixedsize="true" width="${width}" height="${size + 5}">${escaped(line)}</td></tr>`,
  );
  return `<<table border="0" cellborder="0" cellspacing="0" cellpadding="0">${rows.join('')}</table>>`;
}

/** Points; a Chinese character is as wide as it is high. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) => width + (character < '\u2e80' ? size * 0.58 : size),
    0,
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
