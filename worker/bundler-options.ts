/** How workflows on the engine are bundled: XState's production build, machines built once and shared by all cached workflows. */
import { DefaultLogger, type BundleOptions } from '@temporalio/worker';
import {
  enginePath,
  failureConverterPath,
  interceptorsPath,
  payloadConverterPath,
} from './workflow-paths';

/** Webpack would pick XState's development build otherwise. */
export const webpackConfigHook: NonNullable<BundleOptions['webpackConfigHook']> = (config) => ({
  ...config,
  resolve: { ...config.resolve, conditionNames: ['node', 'require', 'default'] },
});

/**
 * @param workflowsPath the module that exports the workflows
 * @param machines modules that are loaded once for all workflows of a worker, and frozen: what the machines are defined in
 */
export function bundleOptions(
  workflowsPath: string,
  machines: readonly string[] = [],
): BundleOptions {
  return {
    workflowsPath,
    payloadConverterPath,
    failureConverterPath,
    workflowInterceptorModules: [interceptorsPath],
    // A module is else loaded anew for every workflow: the engine's would take 32 KB of each that is cached.
    preloadModules: [enginePath, ...machines],
    webpackConfigHook,
    logger: new DefaultLogger('WARN'),
  };
}
