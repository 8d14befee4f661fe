import { createMachine } from 'xstate';
import { problemRegistry } from '../../../workflows/registry';
import { dotOf } from '../../../web/chart/dot';
import { drawn, forPage } from '../../../web/chart/draw';
import { chartOf, flat } from '../../../web/chart/model';

const described = (...types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { title: type, fields: {} }]));

const words = { state: ({ key }: { key: string }) => key, event: (type: string) => type };

const parcel = createMachine({
  id: 'parcel',
  initial: 'choosing',
  states: {
    choosing: { always: 'packing' },
    packing: {
      on: { send: 'under way', note: { actions: () => undefined } },
      initial: 'ticking',
      states: { ticking: { after: { 1000: 'late' } }, late: {} },
    },
    'under way': {
      type: 'parallel',
      on: { lose: 'gone' },
      states: {
        truck: { initial: 'road', states: { road: { on: { arrive: 'depot' } }, depot: {} } },
        clock: { initial: 'ticking', states: { ticking: { after: { 10: 'over' } }, over: {} } },
      },
    },
    gone: { type: 'final' },
  },
});

const definition = {
  machine: parcel,
  events: described('send', 'note', 'lose', 'arrive'),
} as unknown as Parameters<typeof chartOf>[0];

test('a chart has the states that people meet, nested and beside each other, and the ways between them', () => {
  const { states, ways } = chartOf(definition, ['packing.ticking']);
  expect(flat(states).map(({ path, kind, isLive }) => [path, kind, isLive])).toEqual([
    ['packing', 'atomic', true],
    ['under way', 'parallel', false],
    ['under way.truck', 'compound', false],
    ['under way.truck.road', 'atomic', false],
    ['under way.truck.depot', 'atomic', false],
    ['gone', 'final', false],
  ]);
  expect(ways).toEqual([
    { from: 'packing', to: 'under way', events: ['send'] },
    { from: 'under way', to: 'gone', events: ['lose'] },
    { from: 'under way.truck.road', to: 'under way.truck.depot', events: ['arrive'] },
  ]);
  expect(states[0]?.inside).toEqual(['note']);
});

test('every described event of every kind of problem is on its chart', () => {
  for (const each of problemRegistry.all) {
    const { states, ways } = chartOf(each, []);
    const drawnEvents = new Set([
      ...ways.flatMap(({ events }) => events),
      ...flat(states).flatMap(({ inside }) => inside),
    ]);
    const unknown = Object.keys(each.events).filter((type) => !drawnEvents.has(type));
    expect([each.name, unknown]).toEqual([each.name, []]);
  }
});

test('what is named cannot break out of the drawing', () => {
  const dot = dotOf(chartOf(definition, []), {
    ...words,
    state: () => '"];evil [label="<b>&',
  });
  expect(dot).toContain('"];evil [label="&lt;b&gt;&amp;');
  expect(dot).not.toContain('<b>');
});

test('it is drawn once, as one picture with its name, with nothing that a page does not need', async () => {
  let asked = 0;
  const dot = () => {
    asked += 1;
    return dotOf(chartOf(definition, ['under way.truck.road']), words);
  };
  const svg = await drawn('parcel', dot, '现在处于“在途”');
  expect(await drawn('parcel', dot, '')).toBe(svg);
  expect(asked).toBe(1);
  expect(svg).toMatch(/^<svg viewBox="[^"]+" width="\d+" role="img" aria-label="现在处于“在途”">/);
  expect(svg).toContain('class="node state atomic live"');
  expect(svg).not.toMatch(/<title>|<!--|<\?xml| id=| style=|<script/);
});

test('the name of a drawing stays within its attribute', () => {
  expect(forPage('<svg viewBox="0 0 10 10"></svg>', '"><script>')).toContain(
    'aria-label="&quot;>&lt;script>"',
  );
});
