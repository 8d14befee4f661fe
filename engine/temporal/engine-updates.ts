/** Updates of the engine's own, which every machine takes. No workflow code here: clients name them too. */

/** Takes an incident up again: `{ effect, by }`. */
export const retryUpdate = 'retryIncident';

/** Moves an instance to another version of its machine: `{ to, by }`. */
export const migrateUpdate = 'migrateMachine';
