/** The SDK for engineers: `Zhenggai`, what it answers, and the errors it throws. */
export type { Sent, SentOutcome } from './command';
export {
  NobodyReceives,
  NoWorkerAnswers,
  OutcomeUnknown,
  Refusal,
  ServerUnreachable,
  TargetUnknown,
} from './errors';
export type { HeldLines, HeldWorkflow } from './histories';
export type { Migrating, MigrationOutlook, MigrationResult } from './migrate';
export type { Filter, RectificationRow, Row } from './list';
export type { ProblemView, RectificationView, ShownProblem, ShownRectification } from './read';
export type { HeldRole, Reassigning } from './reassign-all';
export type { Comparison, Progress, ReceivedAgain, ReceiveResult, Receiving } from './receive';
export type { By } from './sender';
export type { RefusedCommand } from './tell-refused';
export type { OnSent, Told } from './tell-sent';
export type { Change } from './watch';
export type { RunningVersion, RunningVersions, WorkerSeen } from './workers';
export { Zhenggai, type GivenUp, type Sending, type ZhenggaiOptions } from './zhenggai';
