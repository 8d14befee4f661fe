'use strict';
// What a workflow's bundle would contain: only imports that are left when types are gone, followed
// all the way. .dependency-cruiser.js looks at single imports; this looks at where they lead.

const bundled = '^(machines/|workflows/|engine/(?!client/))';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'bundle-without-parsers-and-calendars',
      comment:
        'zod costs every cached workflow 0.6 MB; chinese-days reads the time zone of the process. ' +
        'Keep schemas in files of their own and import their types only.',
      severity: 'error',
      from: { path: bundled },
      to: { path: 'node_modules/(zod|yaml|chinese-days)/', reachable: true },
    },
    {
      name: 'bundle-without-node',
      comment: 'The workflow sandbox has no Node modules.',
      severity: 'error',
      from: { path: bundled },
      to: {
        path: '^(fs|path|os|crypto|url|util|http|https|net|child_process|timers|worker_threads|perf_hooks)(/promises)?$',
        reachable: true,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|[.]cache|[.]git|test|bench|setup)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default'],
    },
  },
};
