/** Every call to the server has a deadline, and its errors are told apart here and nowhere else. */
import {
  isGrpcCancelledError,
  isGrpcDeadlineError,
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { isPutOff } from '../engine/client';
import type { NamingAttribute } from '../workflows/contract';
import type { OnRefused } from './tell-refused';
import type { OnSent } from './tell-sent';
import { NoWorkerAnswers, ServerUnreachable, TargetUnknown } from './errors';

/** The server, and how long it may take to answer. */
export interface Calls {
  readonly client: Client;
  readonly taskQueue: string;
  readonly deadlineMs: number;
  /** Search attributes that the workers leave empty; none where it is not said. */
  readonly hiddenAttributes?: readonly NamingAttribute[];
  /** Is told of each command that was refused. */
  readonly onRefused?: OnRefused;
  /** Is told of each command. */
  readonly onSent?: OnSent;
}

export type Trouble = 'unreachable' | 'late' | 'notFound' | 'interrupted' | 'other';

/** What an error of the SDK says of the call. `interrupted`: the server says it was not applied and may be sent again. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof WorkflowNotFoundError) return 'notFound';
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return 'late';
  if (isPutOff(error)) return 'interrupted';
  if (isGrpcDeadlineError(error) || isGrpcCancelledError(error)) return 'late';
  const status = grpcStatusOf(error);
  if (status === null) return 'other';
  if (status.code === unavailable) return 'unreachable';
  if (status.code === notFound) return 'notFound';
  if (status.code === failedPrecondition && /workflow task/i.test(status.details))
    return 'interrupted';
  return 'other';
}

/** Calls within the deadline. Throws ServerUnreachable, NoWorkerAnswers or TargetUnknown; other errors as they are. */
export async function call<Result>(
  { client, deadlineMs }: Calls,
  workflow: string | null,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await client.withDeadline(Date.now() + deadlineMs, work);
  } catch (error) {
    throw await namedError({ client, deadlineMs }, workflow, error);
  }
}

async function namedError(
  { client, deadlineMs }: Pick<Calls, 'client' | 'deadlineMs'>,
  workflow: string | null,
  error: unknown,
): Promise<unknown> {
  const trouble = troubleOf(error);
  if (trouble === 'unreachable') return new ServerUnreachable(deadlineMs, error);
  if (trouble === 'notFound' && workflow !== null) return new TargetUnknown(workflow);
  if (trouble === 'interrupted' && workflow !== null)
    return new NoWorkerAnswers(workflow, deadlineMs, error);
  if (trouble !== 'late') return error;
  return workflow !== null && (await answers(client))
    ? new NoWorkerAnswers(workflow, deadlineMs, error)
    : new ServerUnreachable(deadlineMs, error);
}

/** Whether the server itself is there: what tells a missing worker from a missing server. */
export async function answers(client: Client, withinMs = 2000): Promise<boolean> {
  try {
    await client.withDeadline(Date.now() + withinMs, () =>
      client.workflowService.getSystemInfo({}),
    );
    return true;
  } catch {
    return false;
  }
}

function grpcStatusOf(error: unknown): { code: number; details: string } | null {
  const inner = error instanceof ServiceError ? error.cause : error;
  if (!isGrpcServiceError(inner)) return null;
  return { code: inner.code, details: inner.details ?? inner.message };
}

// gRPC's own numbers: importing grpc for three of them would tie us to its version.
const notFound = 5;
const failedPrecondition = 9;
const unavailable = 14;
