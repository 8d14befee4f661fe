/** All machines: what may happen. */
export { digestDefinition } from './digest/digest';
export { problemContext, type Shared } from './problem/begin';
export type { PetitionKind, ProblemContext } from './problem/context';
export { problemDefinitions } from './problem/definitions';
export { problemEvents, type ProblemEventType } from './problem/events';
export { problemVersion } from './problem/life';
export { stages, statusOf, type Stage } from './problem/stage';
export { rectificationContext, type Receiving } from './rectification/begin';
export type { RectificationContext } from './rectification/context';
export { rectificationDefinition } from './rectification/definition';
export { statusAtEnd } from './rectification/decisions';
export { rectificationEvents, type RectificationEventType } from './rectification/events';

export { kindWords, lampWords, stageWords, statusWords } from './words';
