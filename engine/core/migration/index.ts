/** Moving running instances from one version of a machine to another. */
export { compareVersions, type Difference } from './compare';
export { migrate, type Migrated } from './migrate';
export type { Migration, MigrationPlan, Migrations } from './migration';
