/** Which features of the table in engine/README.md a chart uses, read from its configuration. */
import type { AnyStateMachine } from 'xstate';

type Config = Readonly<Record<string, unknown>>;

/** Everything that generated charts must be able to contain. */
export const features = [
  ...['nested', 'parallel', 'final', 'final with output', 'machine output', 'onDone of a state'],
  ...['shallow history', 'deep history', 'always', 'tags', 'meta'],
  ...['guard named', 'guard with params', 'guard and', 'guard or', 'guard not', 'guard stateIn'],
  ...['wildcard', 'partial wildcard', 'without target', 'to a descendant', 'reenter'],
  ...['after a number', 'after a named number', 'after a function'],
  ...['raise', 'delayed raise with id', 'raise delayed by a function', 'cancel'],
  ...['assign', 'enqueueActions', 'emit', 'log', 'custom action'],
  ...['invoke', 'several invokes', 'input of an invoke', 'onDone of an invoke'],
  ...['onError of an invoke'],
] as const;

export type Feature = (typeof features)[number];

export function featuresOf({ config, implementations }: AnyStateMachine): ReadonlySet<Feature> {
  const found = new Set<Feature>();
  const delays = implementations.delays as Config;
  if ('output' in config) found.add('machine output');
  for (const state of statesIn(config as Config, 0)) {
    for (const feature of ofState(state)) found.add(feature);
    for (const delay of Object.keys(state.config.after ?? {})) found.add(ofDelay(delay, delays));
    for (const transition of transitionsOf(state.config))
      for (const feature of ofTransition(transition, state.config)) found.add(feature);
    for (const action of actionsOf(state.config)) found.add(ofAction(action));
    for (const action of actionsOf(state.config))
      if (isComputed(action)) found.add('raise delayed by a function');
  }
  return found;
}

interface State {
  readonly config: Config;
  readonly depth: number;
}

function statesIn(config: Config, depth: number): readonly State[] {
  const inner = Object.values((config.states ?? {}) as Record<string, Config>);
  return [{ config, depth }, ...inner.flatMap((state) => statesIn(state, depth + 1))];
}

function ofState({ config, depth }: State): readonly Feature[] {
  const invokes = listed(config.invoke) as readonly Config[];
  const names = Object.keys(config.on ?? {});
  const is: Readonly<Partial<Record<Feature, boolean>>> = {
    nested: depth > 0 && config.states !== undefined,
    parallel: config.type === 'parallel',
    final: config.type === 'final',
    'final with output': config.type === 'final' && 'output' in config,
    'onDone of a state': 'onDone' in config,
    'shallow history': config.type === 'history' && config.history === 'shallow',
    'deep history': config.type === 'history' && config.history === 'deep',
    always: 'always' in config,
    tags: 'tags' in config,
    meta: 'meta' in config,
    wildcard: names.includes('*'),
    'partial wildcard': names.some((name) => name.endsWith('.*')),
    invoke: invokes.length > 0,
    'several invokes': invokes.length > 1,
    'input of an invoke': invokes.some((invoke) => 'input' in invoke),
    'onDone of an invoke': invokes.some((invoke) => 'onDone' in invoke),
    'onError of an invoke': invokes.some((invoke) => 'onError' in invoke),
  };
  return features.filter((feature) => is[feature] === true);
}

function ofDelay(delay: string, delays: Config): Feature {
  if (!(delay in delays)) return 'after a number';
  return typeof delays[delay] === 'function' ? 'after a function' : 'after a named number';
}

function transitionsOf(config: Config): readonly Config[] {
  const invokes = listed(config.invoke) as readonly Config[];
  return [
    ...Object.values((config.on ?? {}) as Config),
    ...Object.values((config.after ?? {}) as Config),
    ...[config.always, config.onDone],
    ...invokes.flatMap(({ onDone, onError }) => [onDone, onError]),
  ].flatMap((each) => listed(each) as readonly Config[]);
}

function ofTransition({ target, guard, reenter }: Config, source: Config): readonly Feature[] {
  const within = typeof target === 'string' && target.startsWith(`#${String(source.id)}_`);
  return [
    ...(target === undefined ? (['without target'] as const) : []),
    ...(within ? (['to a descendant'] as const) : []),
    ...(reenter === true ? (['reenter'] as const) : []),
    ...guardsIn(guard),
  ];
}

function guardsIn(guard: unknown): readonly Feature[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return ['guard named'];
  if (typeof guard !== 'function') return ['guard with params'];
  const { guards = [] } = guard as unknown as { readonly guards?: readonly unknown[] };
  return [`guard ${guard.name}` as Feature, ...guards.flatMap(guardsIn)];
}

function actionsOf(config: Config): readonly unknown[] {
  const own = [config.entry, config.exit, ...transitionsOf(config).map(({ actions }) => actions)];
  return own.flatMap(listed);
}

const actions: Readonly<Record<string, Feature>> = {
  'xstate.raise': 'raise',
  'xstate.cancel': 'cancel',
  'xstate.emit': 'emit',
  'xstate.log': 'log',
  'xstate.enqueueActions': 'enqueueActions',
};

function ofAction(action: unknown): Feature {
  const { type = String(action), delay } = action as {
    readonly type?: string;
    readonly delay?: unknown;
  };
  if (type === 'xstate.raise' && delay !== undefined) return 'delayed raise with id';
  return actions[type] ?? (type === 'act' ? 'custom action' : 'assign');
}

function isComputed(action: unknown): boolean {
  return typeof (action as { readonly delay?: unknown }).delay === 'function';
}

function listed(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value].flat();
}
