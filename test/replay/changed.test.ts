import { readGolden } from './golden-files';
import { replay, type Change } from './replaying';

// The negative controls: each is a change that would break instances that run, and replaying must say so.

const golden = readGolden();

interface Breaking extends Change {
  /** Histories that show it, `story/name`. */
  readonly shownBy: readonly string[];
}

const breaking: readonly Breaking[] = [
  {
    title: 'a machine that starts one more timer',
    find: /collecting: 'sending'/,
    replacement: `collecting: 'sending', 999000: 'sending'`,
    shownBy: golden
      .filter(({ name }) => name.startsWith('digest-'))
      .map(({ story, name }) => `${story}/${name}`),
  },
  {
    title: 'a machine that asks for one reminder less',
    find: /\[\s*line,\s*reminding,\s*pass\s*\]/,
    replacement: '[line, pass]',
    shownBy: ['on-time/problem-1.1', 'late/problem-1.1'],
  },
  {
    title: 'a timer that is no longer cancelled',
    find: /(this\.timers\.delete\(key\);\s*)scope\.cancel\(\);/,
    replacement: '$1',
    shownBy: ['on-time/problem-1.1', 'whole/rectification.1'],
  },
  {
    title: 'an activity called under another name',
    find: /this\.call\('record'/,
    replacement: `this.call('keep'`,
    shownBy: ['on-time/problem-1.1', 'whole/rectification.1', 'late-continued/problem-1.2'],
  },
  {
    title: 'recording before the activities that a step asks for',
    find: /this\.followWork\(\);(\s*)this\.recordLines\(\);/,
    replacement: 'this.recordLines();$1this.followWork();',
    shownBy: ['on-time/problem-1.1', 'whole/rectification.1'],
  },
  {
    title: 'search attributes upserted before the effects of a step',
    find: /executor\.follow\(\);(\s*)presence\.update\(\);/,
    replacement: 'presence.update();$1executor.follow();',
    shownBy: ['on-time/problem-1.1', 'whole/rectification.1'],
  },
  {
    title: 'search attributes upserted only when two change together',
    find: /if \(pairs\.length > 0\)/,
    replacement: 'if (pairs.length > 1)',
    shownBy: ['extended/problem-1.1'],
  },
  {
    title: 'continuing as new fifty steps later',
    find: /instance\.steps >= after/,
    replacement: 'instance.steps >= after + 50',
    shownBy: ['late-continued/problem-1.1', 'whole-continued/rectification.1'],
  },
  {
    title: 'a run that ends without its last quiet moment',
    find: /await untilQuiet\(instance\);/,
    replacement: '',
    shownBy: ['late-continued/problem-1.1', 'whole-continued/rectification.1'],
  },
];

describe('breaks what runs, and replaying says so:', () => {
  test.each(breaking.map((change) => [change.title, change] as const))(
    '%s',
    async (_title, change) => {
      const chosen = golden.filter(({ story, name }) =>
        change.shownBy.includes(`${story}/${name}`),
      );
      expect(chosen).toHaveLength(change.shownBy.length);
      expect(chosen.length).toBeGreaterThan(0);
      for (const { history, error } of await replay(chosen, change))
        expect([history, error?.message]).toEqual([
          history,
          expect.stringContaining('Nondeterminism'),
        ]);
    },
  );
});

const free: readonly Change[] = [
  {
    title: 'other activity options',
    find: /maximumAttempts: 150/,
    replacement: 'maximumAttempts: 3',
  },
  {
    title: 'timers of another length',
    find: /Math\.max\(wait, 1\)/,
    replacement: 'Math.max(wait, 1) + 7',
  },
  {
    title: 'other words in details',
    find: /describe\.details\(state\)/,
    replacement: `'other words'`,
  },
];

describe('breaks nothing that runs:', () => {
  test.each(free.map((change) => [change.title, change] as const))('%s', async (_title, change) => {
    const some = ['on-time', 'reclassified', 'late-continued', 'whole-continued'];
    const chosen = golden.filter(({ story }) => some.includes(story));
    const replayed = await replay(chosen, change);
    expect(replayed.length).toBeGreaterThan(some.length);
    expect(replayed.filter(({ error }) => error !== null)).toEqual([]);
  });
});
