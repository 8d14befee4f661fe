'use strict';
// The import table of DESIGN, as rules. A folder imports itself and what its row names, nothing else.

/** Rows: what a folder may import from the project. */
const rows = {
  domain: [],
  // machines name effects in the engine's vocabulary: docs/decisions
  machines: ['domain', 'engine/core'],
  workflows: ['engine', 'machines', 'domain', 'activities'],
  calendar: ['domain'],
  activities: ['domain', 'ledger', 'documents', 'calendar'],
  // the workflows themselves by path only
  codec: ['engine/temporal'],
  // what is told of traces; who collects them knows nothing of rectification
  tracing: [],
  worker: [
    'activities',
    'calendar',
    'codec',
    'domain',
    'tracing',
    'workflows/contract',
    'engine/temporal',
  ],
  client: [
    'domain',
    'workflows/contract',
    'workflows/registry',
    'machines',
    'engine/core',
    'engine/temporal',
    'engine/client',
    'calendar',
  ],
  documents: ['domain'],
  // what people read, in each language; texts alone
  words: ['domain', 'machines', 'engine/core'],
  ledger: ['domain'],
  // what an event's fields are like, and how a machine is drawn, it learns from the engine and the registered machines
  web: [
    'client',
    'codec',
    'ledger',
    'documents',
    'domain',
    'tracing',
    'words',
    'machines',
    'calendar',
    'engine/core',
    'workflows/registry',
    'workflows/contract',
  ],
  // the composition root
  cli: [
    'domain',
    'machines',
    'engine',
    'workflows',
    'activities',
    'calendar',
    'worker',
    'client',
    'codec',
    'documents',
    'ledger',
    'tracing',
    'words',
    'web',
  ],
  // breaks the running system from outside: starts it as processes and speaks to it as anybody would
  chaos: [
    'client',
    'machines',
    'domain',
    'calendar',
    'workflows/contract',
    'engine/temporal',
    'ledger',
    // what a worker records with, and how a record is repaired
    'activities',
    'cli/reconcile',
  ],
  // and judges it by a model that owes nothing to what it judges
  'chaos/model': ['domain'],
  'engine/core': [],
  'engine/temporal': ['engine/core'],
  'engine/client': ['engine/core', 'engine/temporal'],
};

/** What the folders that end up in a workflow's bundle, or must stay pure, may import from npm. */
const packages = {
  domain: ['zod', 'yaml'],
  machines: ['xstate', 'zod'],
  workflows: ['xstate', 'zod', '@temporalio/workflow', '@temporalio/common'],
  'engine/core': ['xstate'],
  'engine/temporal': ['@temporalio/workflow', '@temporalio/common'],
};

const sources = [...Object.keys(rows).filter((folder) => !folder.includes('/')), 'engine'];

/** A folder, or one file: `workflows/contract` is either. */
const start = (name) => `^${name}(/|[.]tsx?$)`;
const npm = (name) => `node_modules/${name}/`;
const fromOurselves = { dependencyTypes: ['local'] };

const rowRules = Object.entries(rows).map(([folder, allowed]) => ({
  name: `row-of-${folder.replace('/', '-')}`,
  comment: `${folder}/ may import from the project only: ${[folder, ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: start(folder) },
  to: { ...fromOurselves, pathNot: [folder, ...allowed].map(start) },
}));

const packageRules = Object.entries(packages).map(([folder, allowed]) => ({
  name: `packages-of-${folder.replace('/', '-')}`,
  comment: `${folder}/ may import from npm only: ${allowed.join(', ')}; nothing from Node.`,
  severity: 'error',
  from: { path: start(folder) },
  to: { dependencyTypesNot: ['local'], pathNot: allowed.map(npm) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rowRules,
    ...packageRules,
    {
      name: 'engine-knows-nobody',
      comment: 'The engine runs any machine: it knows nothing of rectification.',
      severity: 'error',
      from: { path: start('engine') },
      to: { ...fromOurselves, pathNot: start('engine') },
    },
    {
      name: 'activities-as-types-only',
      comment: 'Workflow code that imports an activity would run it inside the sandbox.',
      severity: 'error',
      from: { path: start('workflows') },
      to: { path: start('activities'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'chinese-days-only-in-calendar',
      severity: 'error',
      from: { pathNot: ['node_modules/', start('calendar')] },
      to: { path: npm('chinese-days') },
    },
    {
      name: 'nobody-imports-tests-or-setup',
      severity: 'error',
      from: { path: sources.map(start) },
      to: { path: ['^test/', '^bench/', '^walk/', '^production/', '^setup/', '^docs/'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports it and it imports nobody: is it used at all?',
      severity: 'error',
      from: { orphan: true, path: sources.map(start), pathNot: ['[.]d[.]ts$', '^web/browser/'] },
      to: {},
    },
    {
      name: 'no-vague-folders',
      comment: 'A folder is named for its idea.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(src|utils|common|types|lib|scripts|helpers)/', pathNot: 'node_modules/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-in-package-json',
      severity: 'error',
      from: { path: sources.map(start) },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|[.]cache|[.]git)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default'],
    },
  },
};
