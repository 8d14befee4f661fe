/** `zhenggai show`: all of one problem, or of one rectification. */
import type { ProblemView, Zhenggai } from '../../client';
import type { Person } from '../../domain/people';
import type { CliContext, Register } from '../command';
import { withZhenggai } from '../connect';
import { withExample } from '../help';
import { json } from '../json';
import { workflowMeant } from '../ledger-target';
import { zh } from '../messages/zh';
import { withZhenggaiOrLedger } from '../or-ledger';
import { recordedProblem, recordedWords } from '../show-recorded';
import { problemsTyped, rectificationIn, rectificationTyped, workflowsOf } from '../resolve';
import type { Possible } from '../show-parts';
import { comingOf, problemWords } from '../show-problem';
import { rectificationWords } from '../show-rectification';
import { parseProblems } from '../targets';
import { idOf } from '../whose';

const words = zh.commands.show;

interface Options {
  readonly by?: string;
  readonly json?: true;
}

export const register: Register = (program, context) => {
  const command = program
    .command('show')
    .description(words.description)
    .helpGroup(zh.program.groups.look)
    .argument(`<${words.target}>`, words.targetHelp)
    .option(`--by ${zh.options.person}`, words.by)
    .option('--json', zh.options.json)
    .action((target: string, options: Options) =>
      isProblem(target) ? problem(target, options, context) : whole(target, options, context),
    );
  withExample(command, words.example);
};

/** What is no rectification either is refused as a problem, which most people mean. */
function isProblem(target: string): boolean {
  if (parseProblems([target]).kind === 'problems' || target.startsWith('problem/')) return true;
  return target.includes('/') && !target.startsWith('rectification/');
}

async function problem(target: string, options: Options, context: CliContext): Promise<void> {
  const typed = problemsTyped([target]);
  const live = async (zhenggai: Zhenggai): Promise<void> => {
    for (const workflow of await workflowsOf(zhenggai, typed)) {
      const view = await zhenggai.problem(workflow);
      const people = await peopleOf(zhenggai, view);
      const may = await possible(zhenggai, workflow, people, options.by);
      const coming = comingOf(view);
      if (options.json) context.out(json({ ...view, may, coming }));
      else context.out(`${problemWords(view, people, may)}\n`);
    }
  };
  await withZhenggaiOrLedger(context, live, async (ledger) => {
    const found = await recordedProblem(ledger, await workflowMeant(target, ledger));
    context.out(options.json ? json(found) : `${recordedWords(found)}\n`);
  });
}

async function whole(target: string, options: Options, context: CliContext): Promise<void> {
  const workflow = rectificationTyped(target);
  await withZhenggai(context, async (zhenggai) => {
    const view = await zhenggai.rectification(workflow);
    const { people } = view.context;
    const may = await possible(zhenggai, workflow, people, options.by);
    if (options.json) context.out(json({ ...view, may }));
    else context.out(`${rectificationWords(view, may)}\n`);
  });
}

/** The people of its rectification; none where a problem stands alone. */
async function peopleOf(zhenggai: Zhenggai, view: ProblemView): Promise<readonly Person[]> {
  const { rectification } = view.context;
  return rectification === null
    ? []
    : zhenggai.people(rectificationIn(view.workflow)).catch(() => []);
}

async function possible(
  zhenggai: Zhenggai,
  workflow: string,
  people: readonly Person[],
  by: string | undefined,
): Promise<readonly Possible[]> {
  const asked = by === undefined ? people.map(({ id }) => id) : [idOf(by, people)];
  if (asked.length === 0) return [];
  const answers = await zhenggai.may(workflow, asked);
  return asked.map((person, index) => ({
    person,
    name: people.find(({ id }) => id === person)?.name ?? person,
    events: answers[index] ?? [],
  }));
}
