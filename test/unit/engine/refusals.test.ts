import { and, assign, createMachine, not, or, setup, stateIn } from 'xstate';
import {
  createRegistry,
  may,
  noteRefused,
  persist,
  step,
  type Json,
  type JsonObject,
  type Refused,
} from '../../../engine/core';
import { define, hosting } from './define';
import { parcel, parcelReturn } from './parcel';
import { anna, driver, handOver, moving, pay, posted, quoted, routing } from './parcel-host';
import type { Event, VirtualHost } from './virtual-host';

function refused(host: VirtualHost, event: Event, by: JsonObject | null = null): Refused {
  const before = host.persisted;
  const result = host.send(event, by);
  expect(result.kind).toBe('refused');
  expect(host.persisted).toBe(before);
  return result as Refused;
}

function reasons(host: VirtualHost, event: Event, by: JsonObject | null = null): readonly string[] {
  return refused(host, event, by).why.map((why) => why.text);
}

describe('what cannot be taken at all', () => {
  test('an event nobody described is refused by name', () => {
    expect(refused(posted(), { type: 'sing' }).why).toEqual([
      { code: 'unknownEvent', guard: null, text: 'no event is called sing', faults: [] },
    ]);
  });

  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    '*',
    'xstate.init',
    'xstate.stop',
    'xstate.done.actor.quote',
    'xstate.error.actor.quote',
  ])('the event type %j is unknown', (type) => {
    expect(refused(posted(), { type }).why[0]?.code).toBe('unknownEvent');
  });

  test.each([
    null,
    undefined,
    7,
    'pay',
    [],
    [{ type: 'pay' }],
    {},
    { type: null },
    { type: 7 },
    { type: {} },
  ])('the event %j is refused and throws nothing', (event) => {
    expect(refused(posted(), event as unknown as Event).why[0]?.code).toMatch(
      /fields|unknownEvent/,
    );
  });

  test('an event that is described but not listened to here is not accepted here', () => {
    expect(refused(posted(), pay, anna).why).toEqual([
      { code: 'notNow', guard: null, text: 'pay is not accepted here', faults: [] },
    ]);
  });

  test('nothing is accepted once the machine has finished', () => {
    const host = moving();
    host.send(handOver, driver);

    expect(refused(host, handOver, driver)).toEqual({
      kind: 'refused',
      why: [{ code: 'finished', guard: null, text: 'the machine has finished', faults: [] }],
      accepts: [],
    });
  });

  test('an event above 64 KiB is refused, counted in bytes and not in characters', () => {
    const redirect = (note: string): Event => ({ type: 'redirect', to: 'eva', note });
    const limit = 65_536 - JSON.stringify(redirect('')).length;

    expect(refused(moving(), redirect('x'.repeat(limit)), anna).why[0]?.code).toBe('fields');
    expect(refused(moving(), redirect('x'.repeat(limit + 1)), anna).why[0]?.code).toBe('tooLarge');
    expect(refused(moving(), redirect('改'.repeat(limit / 3 + 1)), anna).why[0]?.code).toBe(
      'tooLarge',
    );
    expect(refused(moving(), redirect('😀'.repeat(limit / 4 + 1)), anna).why[0]?.code).toBe(
      'tooLarge',
    );
  });

  test('an event thousands of levels deep is refused and throws nothing', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as Json;

    expect(refused(moving(), { type: 'hold', deep }, driver).why[0]?.code).toBe('tooLarge');
  });

  test('what is too large for an envelope does not enter the journal', () => {
    const host = moving();
    const event = { type: 'redirect', to: 'x'.repeat(100_000) };
    const result = refused(host, event, anna);
    const envelope = { id: 'r1', at: host.at, event, by: anna };

    const { lines } = noteRefused(host.state, envelope, result).state;
    expect(lines.at(-1)).toMatchObject({
      kind: 'refused',
      event: 'redirect',
      fields: null,
      cause: 'r1',
    });
  });
});

describe('fields', () => {
  test.each<[string, JsonObject, string, string]>([
    ['missing', {}, 'amount', 'missing'],
    ['null', { amount: null }, 'amount', 'missing'],
    ['of another type', { amount: '500' }, 'amount', 'type'],
    ['out of range', { amount: 0 }, 'amount', 'value'],
    ['not whole', { amount: 1.5 }, 'amount', 'type'],
  ])('a field that is %s is named', (_what, fields, path, code) => {
    const { why } = refused(quoted(), { ...fields, type: 'pay' }, anna);
    expect(why).toMatchObject([{ code: 'fields', faults: [{ path, code }] }]);
  });

  test('fields nobody described are refused, prototype keys among them', () => {
    const event = JSON.parse(
      '{"type":"pay","amount":500,"__proto__":{"a":1},"constructor":1,"x":{"y":[null]}}',
    ) as Event;

    expect(refused(quoted(), event, anna).why[0]?.faults).toEqual([
      { path: '__proto__', code: 'unknown', expected: 'no such field' },
      { path: 'constructor', code: 'unknown', expected: 'no such field' },
      { path: 'x', code: 'unknown', expected: 'no such field' },
    ]);
    expect({}).not.toHaveProperty('a');
  });

  test('an absent optional field is fine, and so is null', () => {
    expect(moving().send({ type: 'redirect', to: 'eva' }, anna).kind).toBe('accepted');
    expect(moving().send({ type: 'redirect', to: 'eva', note: null }, anna).kind).toBe('accepted');
  });

  test('of thousands of faults the first twenty are named', () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`f${n}`, 1]));
    const [why] = refused(quoted(), { ...many, type: 'pay', amount: 500 }, anna).why;

    expect(why?.faults).toHaveLength(20);
    expect(why?.text).toMatch(/; and 2980 more$/);
  });
});

describe('guards', () => {
  test('the reason is the first guard in and() that does not hold', () => {
    expect(reasons(quoted(), pay, driver)).toEqual(['only the sender may']);
    expect(reasons(quoted(), { type: 'pay', amount: 499 }, anna)).toEqual(['the postage is 500']);
  });

  test('a guard without words is named', () => {
    const machine = setup({ guards: { isLate: () => false } }).createMachine({
      id: 'm',
      on: { GO: { guard: 'isLate', actions: [], target: '.a' } },
      initial: 'a',
      states: { a: {} },
    });
    expect(refused(hosting(define(machine, ['GO'])), { type: 'GO' }).why).toEqual([
      { code: 'forbidden', guard: 'isLate', text: 'guard isLate', faults: [] },
    ]);
  });

  test('a guard without words that only routes is left out where another has words', () => {
    // isHandedOver and isLastAttempt choose the way; isDriver forbids.
    expect(reasons(moving(), handOver, anna)).toEqual(['only the driver may']);
  });

  test('the words know the params of the guard', () => {
    const heavy = hosting([parcel, parcelReturn], { sender: 'anna', to: 'ben', grams: 5000 });
    heavy.succeed(heavy.invokes[0]?.id ?? '', { price: 500, hours: 48 });
    heavy.send(pay, anna);

    expect(reasons(heavy, { type: 'redirect', to: 'eva' }, anna)).toEqual([
      '5000 g is more than 2000 g',
    ]);
  });

  test('the words of not() are those of its guard with an exclamation mark', () => {
    const host = moving();
    for (let n = 0; n < 2; n += 1) {
      host.send({ type: 'attempt', result: 'nobodyThere' }, driver);
      host.wait(86_400_000);
    }
    expect(reasons(host, { type: 'redirect', to: 'eva' }, anna)).toEqual([
      'it has been tried often enough',
    ]);
  });

  test('a named combination without words of its own is looked into', () => {
    const machine = setup({
      guards: { open: and([() => true, 'inner' as never]), inner: () => false },
    }).createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { on: { GO: { guard: 'open', target: 'a' } } } },
    });
    const why = (words: Readonly<Record<string, string>>): readonly string[] =>
      reasons(hosting(define(machine, ['GO'], { reasons: words })), { type: 'GO' });

    expect(why({ inner: 'inside' })).toEqual(['inside']);
    expect(why({ inner: 'inside', open: 'outside' })).toEqual(['outside']);
  });

  const mixed = setup({
    guards: {
      yes: () => true,
      no: () => false,
      never: () => false,
      over: (_args, { limit }: { limit: number }) => limit > 5,
    },
  });

  test.each([
    ['or: of the alternatives those with words say why', or(['never', 'no']), ['no!']],
    ['or: nested in and', and(['yes', or(['no', 'never'])]), ['no!']],
    ['and: nested in and', and(['yes', and(['yes', 'no'])]), ['no!']],
    ['not: of a guard with params', not({ type: 'over', params: { limit: 9 } }), ['not over 9']],
    ['not: in or', or([not('yes'), 'never']), ['rather not']],
    ['params that are a function', { type: 'over', params: () => ({ limit: 2 }) }, ['only 2']],
  ])('%s', (_what, guard, expected) => {
    const machine = mixed.createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { on: { GO: { guard: guard as never, target: 'a' } } } },
    });
    const words = {
      no: 'no!',
      '!yes': 'rather not',
      over: ({ params }: { params: { limit: number } }) => `only ${params.limit}`,
      '!over': ({ params }: { params: { limit: number } }) => `not over ${params.limit}`,
    };
    expect(reasons(hosting(define(machine, ['GO'], { reasons: words })), { type: 'GO' })).toEqual(
      expected,
    );
  });

  test('stateIn is a guard like any other', () => {
    const machine = createMachine({
      id: 'm',
      type: 'parallel',
      states: {
        door: { initial: 'open', states: { open: {}, shut: {} } },
        light: {
          initial: 'off',
          states: {
            off: { on: { ON: { guard: stateIn({ door: 'shut' }), target: 'on' } } },
            on: {},
          },
        },
      },
    });
    expect(reasons(hosting(define(machine, ['ON'])), { type: 'ON' })).toEqual(['guard stateIn']);
  });

  test('a guard behind a wildcard says why as well', () => {
    const machine = mixed.createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { on: { 'door.*': { guard: 'no', target: 'a' } } } },
    });
    const definition = define(machine, ['door.open'], { reasons: { no: 'it is locked' } });

    expect(reasons(hosting(definition), { type: 'door.open' })).toEqual(['it is locked']);
  });

  test('the guards of outer states speak too, each reason once', () => {
    const machine = mixed.createMachine({
      id: 'm',
      initial: 'a',
      on: {
        GO: [
          { guard: 'never', target: '.a' },
          { guard: 'no', target: '.a' },
        ],
      },
      states: { a: { on: { GO: { guard: 'no', target: 'a' } } } },
    });
    const definition = define(machine, ['GO'], { reasons: { no: 'no!', never: 'never!' } });

    expect(reasons(hosting(definition), { type: 'GO' })).toEqual(['no!', 'never!']);
  });
});

describe('what throws inside the machine', () => {
  const base = setup({
    types: { context: {} as { readonly items: readonly string[] } },
    guards: {
      bad: () => {
        throw new Error('the guard broke');
      },
    },
  });
  const machine = base.createMachine({
    id: 'm',
    context: { items: ['a'] },
    initial: 'a',
    states: {
      a: {
        on: {
          GUARD: { guard: 'bad', target: 'b' },
          ASSIGN: {
            target: 'b',
            actions: [assign({ items: ['gone'] }), assign(() => broken('the assign broke'))],
          },
          ENTER: 'b',
        },
      },
      b: { entry: assign(() => broken('the entry broke')) },
    },
  });
  const definition = define(machine, ['GUARD', 'ASSIGN', 'ENTER']);

  test.each([
    ['GUARD', /the guard broke/],
    ['ASSIGN', /the assign broke/],
    ['ENTER', /the entry broke/],
  ])('%s is refused with the error and leaves the state untouched', (type, message) => {
    const host = hosting(definition, null, { restoring: false });
    const { state } = host;
    const before = structuredClone(persist(state));
    const result = step(state, { id: 'x', at: host.at, event: { type }, by: null });

    expect(result).toMatchObject({ kind: 'refused', why: [{ code: 'error' }] });
    expect((result as Refused).why[0]?.text).toMatch(message);
    expect(structuredClone(persist(state))).toEqual(before);
    expect(host.state).toBe(state);
  });

  test('a guard that throws when it sees no fields counts as forbidding in may', () => {
    expect(hosting(definition).send({ type: 'sing' })).toMatchObject({
      accepts: ['ASSIGN', 'ENTER'],
    });
  });
});

describe('what one may', () => {
  const types = (host: VirtualHost, by: JsonObject | null): readonly string[] =>
    may(host.state, by, host.at).map((event) => event.type);

  test('each sender is offered what this sender can send now', () => {
    expect(types(quoted(), anna)).toEqual(['pay']);
    expect(types(quoted(), driver)).toEqual(['lose']);
    expect(types(moving(), driver)).toEqual(['attempt', 'hold', 'lose']);
    expect(types(moving(), null)).toEqual([]);
  });

  test('an offer carries what the event is called and its fields', () => {
    const host = quoted();
    expect(may(host.state, anna, host.at)).toEqual([{ type: 'pay', ...parcel.events.pay }]);
  });

  test('a refusal says what this sender may send instead', () => {
    expect(refused(routing(), pay, driver).accepts).toEqual(['hold', 'lose']);
    expect(refused(routing(), pay, anna).accepts).toEqual(['redirect']);
  });

  test('an event that does nothing here is not offered', () => {
    const machine = createMachine({
      id: 'm',
      initial: 'a',
      on: { GO: '.b' },
      states: { a: { on: { IGNORED: {} } }, b: { on: { IGNORED: 'a' } } },
    });
    const host = hosting(define(machine, ['GO', 'IGNORED']));
    expect(types(host, null)).toEqual(['GO']);
  });

  test('a finished machine offers nothing', () => {
    const host = moving();
    host.send(handOver, driver);
    expect(types(host, driver)).toEqual([]);
  });
});

describe('who sends', () => {
  test('by comes from the envelope, whatever the payload says', () => {
    const event = { ...pay, by: { name: 'anna' } };

    expect(reasons(quoted(), event, driver)).toEqual(['only the sender may']);
    expect(reasons(quoted(), event, null)).toEqual(['only the sender may']);
    expect(quoted().send({ ...pay, by: { name: 'someone' } }, anna).kind).toBe('accepted');
  });

  test('by of the payload does not reach the journal', () => {
    const host = quoted();
    host.send({ ...pay, by: { name: 'someone' } }, anna);

    expect(host.journal.at(-1)).toMatchObject({ by: anna, fields: { amount: 500 } });
  });

  test('an internal event is taken from another workflow and from nobody, not from a person', () => {
    const scan = { type: 'scan', depot: 'south' };

    expect(moving().send(scan, null).kind).toBe('accepted');
    expect(moving().send(scan, { workflow: 'depot/south' }).kind).toBe('accepted');
    expect(refused(moving(), scan, driver).why).toEqual([
      { code: 'forbidden', guard: null, text: 'scan is sent by other workflows only', faults: [] },
    ]);
  });

  test('an internal event is never offered', () => {
    const host = moving();
    for (const by of [null, driver, anna, { workflow: 'depot/south' }])
      expect(may(host.state, by, host.at).map((event) => event.type)).not.toContain('scan');
  });
});

test('an always loop is an error and not a hang', () => {
  const machine = createMachine({
    id: 'm',
    initial: 'a',
    states: { a: { on: { GO: 'b' } }, b: { always: 'c' }, c: { always: 'b' } },
  });
  createRegistry([define(machine, ['GO'])]);

  expect(reasons(hosting(define(machine, ['GO'])), { type: 'GO' })).toEqual([
    expect.stringMatching(/^Infinite loop detected: .* more than 1000 microsteps/),
  ]);
});

function broken(message: string): never {
  throw new Error(message);
}
