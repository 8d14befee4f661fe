/** The shell that runs a machine inside a Temporal workflow. */
export type { ActivityRequest, Answer, Host, RecordRequest, Start, StartNew, Tuning } from './host';
export { migrateUpdate, retryUpdate } from './engine-updates';
export { runMachine } from './run-machine';
