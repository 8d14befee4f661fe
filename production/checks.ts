/** What must hold of a run, and whether it does. Pure. */
import { quantile } from '../bench/statistics';
import type { Evidence } from './evidence';
import { isAsAsked, type Noted } from './load/answers';
import type { Done } from './strikes';

export interface Check {
  readonly what: string;
  readonly seen: string;
  /** Null: told, not asked for. */
  readonly holds: boolean | null;
  /** What is wrong, the first of it. */
  readonly faults: readonly string[];
}

export function checksOf(evidence: Evidence): readonly Check[] {
  return [
    ...answersIn(evidence),
    ...commandsIn(evidence),
    ...pagesIn(evidence),
    ...messagesIn(evidence),
    ...recordIn(evidence),
    ...metricsIn(evidence),
  ];
}

export function holds(checks: readonly Check[]): boolean {
  return checks.every((check) => check.holds !== false);
}

const told = (what: string, seen: string | number): Check => ({
  ...{ what, seen: String(seen), holds: null, faults: [] },
});

const none = (what: string, faults: readonly string[]): Check => ({
  ...{ what, seen: String(faults.length), holds: faults.length === 0, faults },
});

function answersIn({ answers, balancer, strikes }: Evidence): readonly Check[] {
  const wordsOf = ({ what, status, at }: Noted): string =>
    `${what}: ${status ?? 'no answer'} ${sinceStrike(strikes, at)}`;
  const not = (which: (noted: Noted) => boolean) => answers.filter(which).map(wordsOf);
  return [
    told('requests of visitors', answers.length),
    told('  given to the other page process', balancer.retried),
    told('  of those, such as change something', balancer.retriedPosts),
    told('  of those, cut off in the middle of an answer', balancer.cutOff),
    told('  asked of one that was not ready, since none was', balancer.lastResorts),
    none(
      'unanswered',
      not(({ status }) => status === null),
    ),
    none(
      'answered with an error of ours (5xx)',
      not(({ status }) => (status ?? 0) >= 500),
    ),
    none(
      'not answered as asked',
      not((noted) => noted.status !== null && !isAsAsked(noted)),
    ),
    told('time of an answer, p50', milliseconds(answers, 0.5)),
    told('time of an answer, p95', milliseconds(answers, 0.95)),
    told('the longest that a page was waited for', longest(answers, 'GET')),
    told('the longest that a form or a command was waited for', longest(answers, 'POST')),
  ];
}

/** @param which the beginning of what was asked */
function longest(answers: readonly Noted[], which: string): string {
  const [first] = answers
    .filter(({ what }) => what.startsWith(which))
    .sort((one, other) => other.ms - one.ms);
  return first === undefined ? '–' : inSeconds(first.ms);
}

function milliseconds(answers: readonly Noted[], q: number): string {
  const times = answers.filter(({ status }) => status !== null).map(({ ms }) => ms);
  return times.length === 0 ? '–' : `${Math.round(quantile(times, q))} ms`;
}

function commandsIn({
  commands,
  besides,
  tally,
  timeouts,
  strikes,
  answers,
}: Evidence): readonly Check[] {
  const unknown = commands.filter(({ taken }) => !taken);
  return [
    told('commands of people at the pages', commands.length),
    told('commands of others', besides),
    told('  accepted, each in one line of the journal', tally.accepted),
    none(
      'of unknown outcome',
      unknown.map(({ workflow, id }) => `${workflow} ${id}`),
    ),
    none('lost', tally.lost),
    none('applied twice', tally.twice),
    none('answered with what is not the journal’s', tally.misanswered),
    told('  steps that waited 3 s for the worker that had them in memory', timeouts.untaken),
    told('  steps that it was at, which waited 10 s', timeouts.unfinished),
    ...strikes.map((strike) =>
      told(
        `  slowest POST begun within 15 s of ${strike.who} ${strike.how}`,
        after(strike, answers),
      ),
    ),
  ];
}

const aftermath = 15_000;

function after({ began }: Done, answers: readonly Noted[]): string {
  return longest(
    answers.filter(({ at }) => at >= began - 1000 && at <= began + aftermath),
    'POST',
  );
}

function pagesIn({ pages, balancer }: Evidence): readonly Check[] {
  return [
    told('people at the pages', pages.people),
    none('signed out on the way', pages.signedOut),
    told('live pages cut off, which came again', balancer.liveCut),
    told('live parts compared in the end', pages.compared),
    none('that do not show what is so', pages.stale),
  ];
}

function messagesIn({ reminders }: Evidence): readonly Check[] {
  return [
    told('reminders due', reminders.due),
    told('  overtaken by a step or a later one, so not due', reminders.overtaken),
    told('  repeated where the sender could not tell', reminders.couldNotTell),
    none('missing', reminders.missing),
    none('repeated where the channel can tell', reminders.repeated),
    none('that nobody was due', reminders.notDue),
  ];
}

function recordIn(evidence: Evidence): readonly Check[] {
  const { lines, gaps, disagreements, restless, verify, reconcile } = evidence;
  return [
    told('lines in the ledger', lines),
    none('journals with a gap', gaps),
    none('problems not in the state the model has', disagreements),
    none('not at rest in the end', restless),
    succeeded('`zhenggai verify`', verify.exitCode === 0, verify.said),
    succeeded(
      '`zhenggai reconcile` finds nothing to repair',
      reconcile.repaired + reconcile.wrong === 0,
      reconcile.said,
    ),
  ];
}

const succeeded = (what: string, isSo: boolean, said: string): Check => ({
  ...{ what, seen: isSo ? 'whole' : 'not so', holds: isSo, faults: isSo ? [] : [said] },
});

/** As often as it was struck it was down, and it began anew as often; in the end it is there. */
function metricsIn({ metrics, strikes }: Evidence): readonly Check[] {
  const drains = strikes.flatMap(({ who, drained }) =>
    drained === null ? [] : [{ who, drained }],
  );
  return [
    ...[...metrics].map(([name, { downs, restarts, longest: away, isUp }]): Check => {
      const struck = strikes.filter(({ who }) => who === name).length;
      const isSeen = downs === struck && restarts === struck && isUp;
      const seen = `down ${downs}× (at most ${inSeconds(away)}), begun anew ${restarts}×`;
      return {
        ...{ what: `metrics of ${name}: ${struck}× struck`, seen, holds: isSeen },
        faults: isSeen ? [] : [`${name} is ${isUp ? 'up' : 'down'} in the end; ${seen}`],
      };
    }),
    ...drains.map(({ who, drained: { saidSo, exitCode, took } }): Check => {
      const isSo = saidSo && exitCode === 0;
      const seen = `503 at /ready ${saidSo ? 'seen' : 'not seen'}, exit code ${exitCode}, ${inSeconds(took)}`;
      return { what: `${who} told to stop`, seen, holds: isSo, faults: isSo ? [] : [seen] };
    }),
  ];
}

function sinceStrike(strikes: readonly Done[], at: number): string {
  const last = strikes.findLast(({ began }) => began <= at + 1000);
  return last === undefined
    ? 'before anything was struck'
    : `${inSeconds(at - last.began)} after ${last.who} was ${last.how}`;
}

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
