/** How the workflow bundle is made: XState's production build, machines built once and shared by all cached workflows. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkerOptions } from '@temporalio/worker';

type BundlerOptions = NonNullable<
  Extract<WorkerOptions, { bundlerOptions?: unknown }>['bundlerOptions']
>;

const registry = join(__dirname, '..', 'workflows', 'registry');

type WebpackConfig = Parameters<NonNullable<BundlerOptions['webpackConfigHook']>>[0];

export const bundlerOptions: BundlerOptions = {
  preloadModules: [existsSync(`${registry}.js`) ? `${registry}.js` : `${registry}.ts`],
  webpackConfigHook: (config: WebpackConfig): WebpackConfig => ({
    ...config,
    // Webpack would pick XState's development build otherwise.
    resolve: { ...config.resolve, conditionNames: ['node', 'require', 'default'] },
  }),
};
