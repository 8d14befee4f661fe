/** Takes one unit's feedback in: starts the rectification where it does not run, and adds the problems it lacks. */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { rectificationId, problemId } from '../domain/ids';
import { rectificationTitle } from '../domain/rectification-title';
import type { Reception, ReceivedProblem } from '../domain/reception';
import type { StartNew } from '../engine/temporal';
import { rectificationContext } from '../machines';
import { workflowTypes } from '../workflows/contract';
import { batchesOf, contentId } from './batches';
import { mapBounded } from './bounded';
import { call, type Calls } from './calls';
import type { Sent } from './command';
import { amends, differences } from './differences';
import {
  NobodyReceives,
  OutcomeUnknown,
  Refusal,
  ServerUnreachable,
  TargetUnknown,
} from './errors';
import { untilStarted, waitingAtMost } from './pace';
import { view, type ProblemView, type RectificationView } from './read';
import { rectificationRegistry } from '../workflows/registry';
import { sendOne } from './send';
import type { By } from './sender';
import { summary } from './summary';

export interface Receiving {
  /** Who takes it in; the first person of the office where nobody is named. */
  readonly by?: By;
  /** Apply what differs and what is new in a rectification that is there already; why. */
  readonly amend?: { readonly reason: string };
  /** After each portion, problem or amendment: how many of how many. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly doing: 'adding' | 'amending';
  readonly done: number;
  readonly of: number;
}

/** What a file has to say to a rectification as it stands. */
export interface Comparison {
  readonly rectification: string;
  /** `interrupted`: an earlier receiving of this very reception did not come to its end. */
  readonly standing: 'new' | 'there' | 'interrupted';
  /** Sequence numbers of the list. */
  readonly same: readonly number[];
  readonly changed: readonly number[];
  readonly added: readonly number[];
  /** There but no longer in the file; nothing is done about them. */
  readonly gone: readonly number[];
}

export interface ReceivedAgain {
  readonly seq: number;
  readonly outcome: 'notAsked' | 'amended' | 'refused' | 'nothingToAmend';
  /** Fields that differ and have events of their own. */
  readonly others: readonly string[];
  readonly refusal: Sent | null;
}

export interface ReceiveResult {
  readonly rectification: string;
  readonly started: boolean;
  readonly same: readonly number[];
  readonly added: readonly number[];
  /** New in the file, but not asked to be added. */
  readonly notAdded: readonly number[];
  readonly changed: readonly ReceivedAgain[];
  readonly gone: readonly number[];
}

/** Changes nothing. */
export async function compare(calls: Calls, reception: Reception): Promise<Comparison> {
  const rectification = rectificationId(reception.id);
  const shown = await standing(calls, rectification);
  const all = reception.problems.map(({ seq }) => seq);
  if (shown === null)
    return { rectification, standing: 'new', same: [], changed: [], added: all, gone: [] };
  const known = shown.context.problems;
  const digests = new Map(reception.problems.map(({ seq, digest }) => [seq, digest]));
  const there = all.filter((seq) => Object.hasOwn(known, seq));
  const added = all.filter((seq) => !Object.hasOwn(known, seq));
  const isSame = (seq: number): boolean => known[seq]?.digest === digests.get(seq);
  return {
    rectification,
    standing: added.length > 0 && (await isFirst(calls, reception)) ? 'interrupted' : 'there',
    same: there.filter(isSame),
    changed: there.filter((seq) => !isSame(seq)),
    added,
    gone: Object.keys(known)
      .map(Number)
      .filter((seq) => !digests.has(seq)),
  };
}

/** Idempotent: the same reception again changes nothing; one that was interrupted is brought to its end. */
export async function receive(
  calls: Calls,
  reception: Reception,
  { by = firstOffice(reception), amend, onProgress = () => {} }: Receiving,
): Promise<ReceiveResult> {
  const found = await compare(calls, reception);
  const started = found.standing === 'new' && (await start(calls, reception));
  const mayAdd = found.standing !== 'there' || amend !== undefined;
  const adding = mayAdd ? reception.problems.filter(({ seq }) => found.added.includes(seq)) : [];
  await add(calls, found.rectification, adding, by, onProgress);
  const changed = reception.problems.filter(({ seq }) => found.changed.includes(seq));
  return {
    rectification: found.rectification,
    started,
    same: found.same,
    added: adding.map(({ seq }) => seq),
    notAdded: mayAdd ? [] : found.added,
    changed:
      amend === undefined
        ? changed.map(({ seq }) => ({ seq, outcome: 'notAsked', others: [], refusal: null }))
        : await amendAll(calls, found.rectification, changed, { by, ...amend }, onProgress),
    gone: found.gone,
  };
}

async function standing(calls: Calls, rectification: string): Promise<RectificationView | null> {
  try {
    return await view(calls, rectification, null);
  } catch (error) {
    if (error instanceof TargetUnknown) return null;
    throw error;
  }
}

/** What the first reception of a rectification said of its problems: tells an interrupted receiving from an addition. */
const memoName = 'reception';

const fingerprint = ({ problems }: Reception): string =>
  contentId(
    memoName,
    problems.map(({ seq, digest }) => [seq, digest]),
  );

async function isFirst(calls: Calls, reception: Reception): Promise<boolean> {
  const id = rectificationId(reception.id);
  const { memo } = await call(calls, id, () => calls.client.workflow.getHandle(id).describe());
  return memo?.[memoName] === fingerprint(reception);
}

/** False when somebody else started it meanwhile. */
async function start(calls: Calls, reception: Reception): Promise<boolean> {
  const workflowId = rectificationId(reception.id);
  const { problems: _problems, ...shared } = reception;
  const input = rectificationContext({ ...shared, now: new Date().toISOString() });
  const startNew: StartNew = {
    kind: 'new',
    machine: rectificationRegistry.newest('rectification'),
    input: input as never,
  };
  try {
    await call(calls, workflowId, () =>
      calls.client.workflow.start(workflowTypes.rectification, {
        workflowId,
        taskQueue: calls.taskQueue,
        args: [startNew],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
        workflowIdConflictPolicy: 'FAIL',
        staticSummary: summary(rectificationTitle(reception.unit, reception.feedbackOn)),
        memo: { [memoName]: fingerprint(reception) },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

async function add(
  calls: Calls,
  rectification: string,
  problems: readonly ReceivedProblem[],
  by: By,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  let done = 0;
  for (const batch of batchesOf(problems)) {
    await untilStarted(calls, rectification, waitingAtMost, done > 0);
    const id = contentId('receive', batch);
    const fields = { problems: batch };
    accepted(
      await sendOne(calls, rectification, { id, event: 'addProblems', fields, by }),
      calls,
      'addProblems',
    );
    done += batch.length;
    onProgress({ doing: 'adding', done, of: problems.length });
  }
  if (done > 0) await untilStarted(calls, rectification, 0, true);
}

function accepted(sent: Sent, calls: Calls, event: string): void {
  switch (sent.outcome) {
    case 'accepted':
      return;
    case 'refused':
      throw new Refusal(sent.workflow, event, sent.refused);
    case 'notFound':
      throw new TargetUnknown(sent.workflow);
    case 'unreachable':
      throw new ServerUnreachable(calls.deadlineMs);
    case 'unknown':
      throw new OutcomeUnknown(sent.workflow, sent.commandId, calls.deadlineMs);
  }
}

interface Amending {
  readonly by: By;
  readonly reason: string;
}

async function amendAll(
  calls: Calls,
  rectification: string,
  changed: readonly ReceivedProblem[],
  amending: Amending,
  onProgress: (progress: Progress) => void,
): Promise<readonly ReceivedAgain[]> {
  let done = 0;
  return mapBounded(changed, 8, async (problem) => {
    const result = await amendOne(calls, rectification, problem, amending);
    done += 1;
    onProgress({ doing: 'amending', done, of: changed.length });
    return result;
  });
}

/** The problem takes in what an amendment can carry; then the rectification notes what the file says now. */
async function amendOne(
  calls: Calls,
  rectification: string,
  problem: ReceivedProblem,
  { by, reason }: Amending,
): Promise<ReceivedAgain> {
  const { seq, digest } = problem;
  const workflow = problemId(rectification, seq);
  const shown: ProblemView = await view(calls, workflow, null);
  const { amendment, others } = differences(problem, shown.context);
  const id = contentId('amend', { seq, digest, reason });
  if (amends(amendment)) {
    const fields = { reason, ...amendment };
    const sent = await sendOne(calls, workflow, { id, event: 'amend', fields, by });
    if (sent.outcome !== 'accepted') return { seq, outcome: 'refused', others, refusal: sent };
  } else if (others.length > 0) {
    return { seq, outcome: 'nothingToAmend', others, refusal: null };
  }
  const noted = { id, event: 'noteAmended', fields: { seq, digest }, by };
  const sent = await sendOne(calls, rectification, noted);
  return sent.outcome === 'accepted'
    ? { seq, outcome: 'amended', others, refusal: null }
    : { seq, outcome: 'refused', others, refusal: sent };
}

function firstOffice({ people }: Reception): By {
  const office = people.find(({ roles }) => roles.includes('office'));
  if (office === undefined) throw new NobodyReceives();
  return { by: office.id };
}
