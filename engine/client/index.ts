/** Talking to running instances from anywhere but a workflow: `zhenggai/engine/client`. */
export { ask } from './ask';
export { commandsTo, type Commands, type Sending } from './commands';
export { isPutOff, RefusedError, refusalOf } from './refused';
export { startInstance, type Starting } from './start';
