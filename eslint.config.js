'use strict';
// What lint holds: types used right, no promise forgotten, no clock and no chance where the rules
// of DESIGN say that time is an argument.

const js = require('@eslint/js');
const prettier = require('eslint-config-prettier');
const { defineConfig } = require('eslint/config');
const tseslint = require('typescript-eslint');

const pure = ['domain/**/*.ts', 'machines/**/*.ts', 'engine/core/**/*.ts'];
const bundled = ['machines/**/*.ts', 'workflows/**/*.ts', 'engine/**/*.ts'];
const tests = ['test/**/*.ts', 'bench/**/*.ts', 'walk/**/*.ts', 'production/**/*.ts'];

const clockGlobals = [
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'crypto',
];

const clockModules = [
  'crypto',
  'timers',
  'timers/promises',
  'perf_hooks',
  'worker_threads',
].flatMap((name) => [name, `node:${name}`]);

const timeIsAnArgument = 'Time is an argument here; only the edge reads a clock.';
const noChance = 'No randomness here: the same input gives the same output.';
const localTime = 'Reads the time zone of the process; compute with ISO instants and plain dates.';

const zoned = [
  'getFullYear|getMonth|getDate|getDay|getHours|getMinutes|getTimezoneOffset',
  'setFullYear|setMonth|setDate|setHours|setMinutes',
  'toLocaleString|toLocaleDateString|toLocaleTimeString',
].join('|');

const noClock = {
  'no-restricted-globals': [
    'error',
    ...clockGlobals.map((name) => ({ name, message: `${timeIsAnArgument} ${noChance}` })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: timeIsAnArgument },
    { object: 'Math', property: 'random', message: noChance },
    ...clockGlobals.map((property) => ({
      object: 'globalThis',
      property,
      message: `${timeIsAnArgument} ${noChance}`,
    })),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: timeIsAnArgument,
    },
    { selector: 'NewExpression[callee.name="Date"][arguments.length>1]', message: localTime },
    { selector: 'CallExpression[callee.name="Date"]', message: timeIsAnArgument },
    { selector: `MemberExpression[property.name=/^(${zoned})$/]`, message: localTime },
  ],
};

/** @param {readonly { name: string, message: string, allowTypeImports?: boolean }[]} paths */
const restrictImports = (paths, patterns = []) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns }],
});

const noClockModules = clockModules.map((name) => ({ name, message: timeIsAnArgument }));

const zodAsType = {
  allowTypeImports: true,
  message: 'zod weighs 0.6 MB in every cached workflow: import its types only, parse at the edges.',
};
const noZod = [{ name: 'zod', ...zodAsType }];
const noZodPart = [{ group: ['zod/*'], ...zodAsType }];

module.exports = defineConfig(
  { ignores: ['node_modules/', 'dist/', '.cache/', 'coverage/', '**/*.d.ts'] },
  js.configs.recommended,

  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: __dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: ['error', 'always'],
      'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'off',
      // What is heavy is required where it is first used; test/unit/cli/command-files.test.ts says what that is.
      '@typescript-eslint/no-require-imports': 'off',
    },
  },

  { files: pure, rules: { ...noClock, ...restrictImports(noClockModules) } },
  { files: bundled, rules: restrictImports(noZod, noZodPart) },
  {
    files: ['machines/**/*.ts', 'engine/core/**/*.ts'],
    rules: restrictImports([...noClockModules, ...noZod], noZodPart),
  },

  {
    files: tests,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': 'off',
    },
  },

  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        __dirname: 'readonly',
        __filename: 'readonly',
        console: 'readonly',
        module: 'writable',
        process: 'readonly',
        require: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },

  {
    files: ['web/browser/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries(
        [
          'addEventListener',
          'document',
          'echarts',
          'matchMedia',
          'location',
          'fetch',
          'HTMLFormElement',
          'URLSearchParams',
          'htmx',
          'CSS',
          'ResizeObserver',
          'Event',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },

  prettier,
);
