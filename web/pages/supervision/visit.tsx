/** 回头看: one form for a whole visit; each verdict goes to its problem as an event of its own. */
import { randomUUID } from 'node:crypto';
import type { Sent } from '../../../client';
import type { ProblemRow } from '../../../ledger';
import type { Language } from '../../../words/catalogue';
import { choices } from '../../../words/choices';
import { supervisionWords } from '../../../words/pages/supervision';
import { refusalText } from '../../../words/refusals';
import { personIn } from '../../access/access';
import { fileAll, type Kept } from '../../forms/filed';
import { forbidden, page } from '../../layout/respond';
import { shellWords } from '../../../words/pages/shell';
import type { Round } from '../../rounds/rounds';
import type { WebContext, WebDeps } from '../../web-env';
import { VisitForm, type KeptFiles } from './visit-page';
import { filesOf, visitIn, type Finding, type Visit } from './visit-form';

const visiting = ({ id }: Round) => ({ rectifications: [id], stages: ['lookBack'] });

export async function showVisit(c: WebContext, deps: WebDeps, round: Round) {
  const rows = await deps.ledger.problems(visiting(round));
  return visitPage(c, deps, { round, rows, command: randomUUID(), ...blank });
}

const blank = { form: null, kept: new Map(), faults: [] } as const;

interface Shown {
  readonly round: Round;
  readonly rows: readonly ProblemRow[];
  /** The id of every command of this visit. */
  readonly command: string;
  /** What was filled in. */
  readonly form: FormData | null;
  readonly kept: KeptFiles;
  readonly faults: readonly string[];
}

function visitPage(c: WebContext, deps: WebDeps, { round, ...shown }: Shown) {
  const viewer = c.get('viewer');
  const words = supervisionWords[viewer.language];
  return page(
    c,
    deps,
    { title: words.visitOf(round.title), status: shown.faults.length > 0 ? 422 : 200 },
    <VisitForm {...{ viewer, id: round.id, ...shown }} />,
  );
}

export async function recordVisit(c: WebContext, deps: WebDeps, round: Round) {
  const viewer = c.get('viewer');
  const { language } = viewer;
  const people = await deps.ledger.people(round.id);
  const by = personIn(viewer, { unit: round.unit, people });
  if (by === null) return forbidden(c, deps, shellWords[language].forbidden);
  const form = await c.req.formData();
  const rows = await rowsIn(deps, round, form);
  const visit = visitIn(
    form,
    rows.map(({ seq }) => seq),
    language,
  );
  const command = commandIn(form);
  const filed = await filedWith(deps, form, rows, language);
  const { kept } = filed;
  const faults = [...visit.faults, ...filed.faults];
  if (faults.length > 0) return visitPage(c, deps, { round, rows, command, form, kept, faults });
  const told = await sendAll(deps, { round, rows, visit, kept, by, command }, language);
  return page(
    c,
    deps,
    { title: supervisionWords[language].outcomes },
    <Outcomes told={told} round={round} language={language} />,
  );
}

/** Also where something is missing: nobody chooses files twice. */
async function filedWith(
  deps: WebDeps,
  form: FormData,
  rows: readonly ProblemRow[],
  language: Language,
): Promise<{ readonly kept: KeptFiles; readonly faults: readonly string[] }> {
  const kept = new Map<number, readonly Kept[]>();
  const faults: string[] = [];
  for (const { seq } of rows) {
    const filing = await fileAll(deps, form, filesOf(seq), language);
    if (filing.kept.length > 0) kept.set(seq, filing.kept);
    if (filing.fault !== null)
      faults.push(`${supervisionWords[language].item(seq)}: ${filing.fault}`);
  }
  return { kept, faults };
}

function commandIn(form: FormData): string {
  const given = form.get('command');
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Also those that have left the look-back since: sent a second time, what was recorded is answered as before. */
async function rowsIn({ ledger }: WebDeps, round: Round, form: FormData) {
  const said = [...form.keys()].flatMap((name) => /^verdict-(\d{1,6})$/.exec(name)?.[1] ?? []);
  const rows = await ledger.problems({ rectifications: [round.id] });
  return rows.filter(({ seq, stage }) => stage === 'lookBack' || said.includes(String(seq)));
}

interface Sending {
  readonly round: Round;
  readonly rows: readonly ProblemRow[];
  readonly visit: Visit;
  readonly kept: KeptFiles;
  readonly by: string;
  readonly command: string;
}

interface Told {
  readonly isDone: boolean;
  readonly text: string;
}

/** Commands to workflows at once. */
const atOnce = 8;

async function sendAll(
  { zhenggai }: WebDeps,
  { round, rows, visit, kept, by, command: commandId }: Sending,
  language: Language,
): Promise<readonly Told[]> {
  const words = supervisionWords[language];
  const told: Told[] = [];
  const record = async ({ seq, verdict, text }: Finding): Promise<Told> => {
    const workflow = rows.find((row) => row.seq === seq)?.workflow ?? '';
    const evidence = (kept.get(seq) ?? []).map(({ file }) => file);
    const fields = {
      ...{ verdict, ...(text === '' ? {} : { text }) },
      ...(evidence.length === 0 ? {} : { evidence }),
    };
    const [sent] = await zhenggai.send(workflow, 'lookBack', { by, fields, commandId });
    const done = words.done(seq, choices[language].verdicts[verdict]);
    return toldOf(sent, done, words.item(seq), language);
  };
  const conclude = async (text: string): Promise<Told> => {
    const fields = { text };
    const [sent] = await zhenggai.send(round.workflow, 'concludeLookBack', {
      ...{ by, fields, commandId },
    });
    return toldOf(sent, words.concluded, words.whole, language);
  };
  // Before the verdicts: a rectification all of whose problems are closed ends of itself, and takes no conclusion any more.
  const concluded = visit.conclusion === null ? [] : [await conclude(visit.conclusion)];
  for (let from = 0; from < visit.findings.length; from += atOnce)
    told.push(...(await Promise.all(visit.findings.slice(from, from + atOnce).map(record))));
  return [...told, ...concluded];
}

function toldOf(sent: Sent | undefined, done: string, what: string, language: Language): Told {
  const words = supervisionWords[language];
  switch (sent?.outcome) {
    case 'accepted':
      return { isDone: true, text: done };
    case 'refused':
      return { isDone: false, text: words.refused(what, refusalText(sent.refused, language)) };
    case 'notFound':
      return { isDone: false, text: words.gone(what) };
    default:
      return { isDone: false, text: words.uncertain(what) };
  }
}

function Outcomes({
  told,
  round,
  language,
}: {
  told: readonly Told[];
  round: Round;
  language: Language;
}) {
  const words = supervisionWords[language];
  return (
    <>
      <ul class="answers">
        {told.map(({ isDone, text }) => (
          <li
            class={`notice ${isDone ? 'done' : 'refused'}`}
            {...(isDone ? {} : { role: 'alert' })}
          >
            {text}
          </li>
        ))}
      </ul>
      <p class="actions">
        <a class="button second" href={`/supervision/${encodeURIComponent(round.id)}`}>
          {words.back}
        </a>
      </p>
    </>
  );
}
