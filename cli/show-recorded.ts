/** `show` from the ledger: what the record says of a problem or of a rectification, while no workflow can be asked. */
import type { PlainDate } from '../domain/words';
import { noAuthorsPart, recordOf } from '../documents/record';
import type { ProblemRecord, RectificationRecord } from '../documents/export/record';
import type { Ledger } from '../ledger';
import { CliFailure, exitCodes } from './command';
import { stageWord } from './stage-word';
import { ledgerWords } from './messages/ledger';
import { zh } from './messages/zh';
import { labelled } from './show-parts';

const words = zh.commands.show;
const { labels } = words;
/** Everything that was ever recorded. */
const always: PlainDate = '9999-12-31';

/** @throws CliFailure when the ledger has nothing of it */
export async function recordedProblem(ledger: Ledger, workflow: string): Promise<ProblemRecord> {
  const [, id = '', seq = ''] = workflow.split('/');
  const record = await recorded(ledger, id);
  const found = record.problems.find((problem) => String(problem.seq) === seq);
  return found ?? unknown(workflow);
}

/** @throws CliFailure when the ledger has nothing of it */
export async function recorded(ledger: Ledger, id: string): Promise<RectificationRecord> {
  const lines = await ledger.readRectification(id);
  const request = { id, lines, asOf: always, author: noAuthorsPart, stageWord };
  return recordOf(request) ?? unknown(`rectification/${id}`);
}

function unknown(workflow: string): never {
  const message = ledgerWords.journal.none(workflow);
  throw new CliFailure(message, exitCodes.refused, { code: 'noTarget' });
}

export function recordedWords(problem: ProblemRecord): string {
  const { kind, lamp, stage, round, status, outcome, dueOn, department, handlers } = problem;
  const { responsibleLeader, departmentHead, signedOff, suspended } = problem;
  return [
    words.title(problem.seq, problem.title),
    ...labelled([
      [labels.standing, words.standing(stage, zh.kinds[kind], zh.lamps[lamp], round)],
      [labels.status, zh.statuses[status]],
      [labels.outcome, outcome === null ? null : zh.outcomes[outcome]],
      [ledgerWords.show.dueOn, dueOn],
      [labels.department, department],
      [ledgerWords.show.people, peopleWords([responsibleLeader, departmentHead, ...handlers])],
      [
        labels.suspension,
        suspended && words.suspension(suspended.reason, suspended.reviewOn ?? ''),
      ],
      [labels.signedOff, signedOff && words.signedOff(signedOff.byName, signedOff.on)],
    ]),
    ...measureLines(problem),
    ...reportLines(problem),
  ].join('\n');
}

function peopleWords(names: readonly (string | null)[]): string | null {
  const known = [...new Set(names.flatMap((name) => name ?? []))];
  return known.length === 0 ? null : known.join('、');
}

function measureLines({ measures }: ProblemRecord): readonly string[] {
  if (measures.length === 0) return [];
  const lines = measures.map(({ ordinal, text, department, due, recurrence, done }) => {
    const cycle = recurrence === null ? null : zh.recurrences[recurrence];
    const notes = [department, due, cycle, done ? words.measureDone : words.measureOpen];
    return words.measure(ordinal, text, notes.filter((note) => note !== null).join('，'));
  });
  return ['', words.measures, ...lines];
}

function reportLines({ reports }: ProblemRecord): readonly string[] {
  if (reports.length === 0) return [];
  return [
    '',
    labels.progress,
    ...reports.map(({ on, byName, text }) => `  ${on}  ${byName}  ${text}`),
  ];
}
