import { assign, emit, enqueueActions, log, setup, type AnyStateMachine } from 'xstate';
import { define, hosting } from '../define';
import { briefly, type VirtualHost } from '../virtual-host';

// What XState adds to SCXML's executable content. Each step goes through JSON before.

const base = setup({
  types: {
    context: {} as { readonly count: number; readonly note: string },
    input: {} as { readonly count: number },
    output: {} as { readonly total: number },
    events: {} as { type: 'GO' | 'END' },
    emitted: {} as { type: 'counted'; count: number },
    tags: {} as 'calm' | 'busy',
    meta: {} as { readonly says: string },
  },
  guards: { even: ({ context }) => context.count % 2 === 0 },
  actions: {
    up: assign({ count: ({ context }) => context.count + 1 }),
    tell: (_args, _params: { readonly count: number }) => undefined,
  },
});

const tell = {
  type: 'tell' as const,
  params: ({ context }: { context: { count: number } }) => ({ count: context.count }),
};

function begun(actions: readonly unknown[]): VirtualHost {
  const machine = base.createMachine({
    id: 'm',
    context: ({ input }) => ({ count: input.count, note: '' }),
    output: ({ context }) => ({ total: context.count }),
    initial: 'a',
    states: {
      a: {
        tags: 'calm',
        meta: { says: 'resting' },
        on: { GO: { target: 'b', actions: actions as never } },
      },
      b: { tags: 'busy', on: { END: 'c' } },
      c: { type: 'final' },
    },
  }) as unknown as AnyStateMachine;
  return hosting(define(machine, ['GO', 'END']), { count: 3 });
}

function doing(actions: readonly unknown[]): VirtualHost {
  const host = begun(actions);
  host.send({ type: 'GO' });
  return host;
}

const asked = ({ effects }: VirtualHost): readonly unknown[] =>
  effects.flatMap((effect) => (effect.kind === 'work' ? [effect.work.input] : []));

test('assign counts for the actions after it and for none before', () => {
  expect(asked(doing([tell, 'up', tell, 'up', tell]))).toEqual([
    { count: 3 },
    { count: 4 },
    { count: 5 },
  ]);
});

test('enqueueActions decides with the data of its moment, guards too', () => {
  const several = enqueueActions(({ enqueue, check }) => {
    enqueue('up');
    if (check('even')) enqueue.assign({ note: 'even before' });
    enqueue({ type: 'tell', params: { count: -1 } });
  });
  const [odd, even] = [doing([several]), doing(['up', several])];
  expect(odd.state.snapshot.context).toEqual({ count: 4, note: '' });
  expect(even.state.snapshot.context).toEqual({ count: 5, note: 'even before' });
  expect(asked(even)).toEqual([{ count: -1 }]);
});

test('emit is an effect, after the activities; log is none', () => {
  const counted = emit(({ context }: { context: { count: number } }) => ({
    type: 'counted' as const,
    count: context.count,
  }));
  expect(briefly(doing(['up', counted, log('nobody reads this'), tell]).effects)).toEqual([
    'act tell',
    'emit counted',
  ]);
});

test('tags and meta are those of the active states', () => {
  const host = begun([]);
  const seen = (): unknown => [[...host.state.snapshot.tags], host.state.snapshot.getMeta()];
  expect(seen()).toEqual([['calm'], { 'm.a': { says: 'resting' } }]);
  host.send({ type: 'GO' });
  expect(seen()).toEqual([['busy'], {}]);
});

test('input makes the first data, output is made of the last', () => {
  const host = doing(['up']);
  host.send({ type: 'END' });
  expect(host.state.snapshot.output).toEqual({ total: 4 });
});
