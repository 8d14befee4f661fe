/** What a duty is about, in the words of whoever wrote it: what was done, asked for, demanded or returned. */
import type { Child, FC } from 'hono/jsx';
import { daysBetween } from '../../../domain/plain-date';
import { isRecord } from '../../../engine/core';
import type { LatestLine, PersonRow, ProblemRow } from '../../../ledger';
import { localTime } from '../../../machines/local-time';
import { todoWords } from '../../../words/pages/todo';
import { terms, termOf } from '../../../words/terms';
import type { Round } from '../../rounds/rounds';
import type { Viewer } from '../../viewer';
import { FiledFiles } from '../problem/filed-files';
import { ActInPlace } from './act';
import { petitionOf, urgeOf, type Duty } from './duties';

export interface About {
  readonly row: ProblemRow;
  readonly round: Round;
  readonly people: readonly PersonRow[];
  /** The line that says what the first duty is about. */
  readonly told: LatestLine['line'] | null;
}

/** The first duty with its acts, and the acts of the others beside them. */
export const DutyBox: FC<{
  duties: readonly [Duty, ...(readonly Duty[])];
  about: About;
  viewer: Viewer;
  back: string;
  children?: Child;
}> = ({ duties, about, viewer, back, children }) => {
  const words = todoWords[viewer.language];
  const [duty, ...others] = duties;
  const { row, people } = about;
  return (
    <>
      <p>
        <strong>{words.waiting[duty.name]}</strong> <Due duty={duty} card={about} viewer={viewer} />
      </p>
      <Told duty={duty} card={about} viewer={viewer} />
      <div class="acts">
        {[...duty.acts, ...others.flatMap(({ acts }) => acts)].map((act, index) => (
          <ActInPlace
            {...{ act, viewer, back, workflow: row.workflow, isFirst: index === 0 }}
            known={{ people, problems: [row] }}
            label={index === 0 && act.event === 'approve' ? words.confirm : undefined}
          />
        ))}
        {children}
      </div>
    </>
  );
};

interface Part {
  readonly duty: Duty;
  readonly card: About;
  readonly viewer: Viewer;
}

const Due: FC<Part> = ({ duty: { due }, card: { round }, viewer: { language } }) => {
  const words = todoWords[language];
  if (due === null) return null;
  const days = daysBetween(round.today, due);
  return (
    <span class={days < 0 ? 'late' : 'soft'}>
      {words.due} <time datetime={due}>{due}</time>
      {language === 'zh' ? `（${words.inDays(days)}）` : ` (${words.inDays(days)})`}
    </span>
  );
};

/** What was done, asked for or demanded, in the words of whoever wrote it. */
export const Told: FC<Part> = ({ duty, card, viewer }) => {
  const { language } = viewer;
  const words = todoWords[language];
  const urge = duty.name === 'acknowledge' ? urgeOf(card.row) : null;
  if (urge !== null)
    return (
      <dl class="facts">
        <dt>{words.urge}</dt>
        <dd class="written">{urge.text}</dd>
      </dl>
    );
  const { told } = card;
  if (told === null) return null;
  const fields = isRecord(told['fields']) ? told['fields'] : {};
  const petition = duty.name === 'decide' ? petitionOf(card.row) : null;
  return (
    <dl class="facts">
      {petition === null ? null : <Said label={words.asks[petition]} text={whoAndWhen(card)} />}
      {petition === null ? null : <Said label={words.proposed} text={proposed(fields, language)} />}
      <Said label={words.reason} text={fields['reason']} />
      <Said label={words.progress} text={fields['progress']} />
      {typeof fields['text'] !== 'string' ? null : (
        <>
          <dt>{words.done}</dt>
          <dd>
            <span class="written">{fields['text']}</span>{' '}
            <span class="soft">{whoAndWhen(card)}</span>
          </dd>
        </>
      )}
      <dt>{words.evidence}</dt>
      <dd>
        <FiledFiles
          files={fields['evidence']}
          none={words.noEvidence}
          workflow={card.row.workflow}
        />
      </dd>
    </dl>
  );
};

const Said: FC<{ label: string; text: unknown }> = ({ label, text }) =>
  typeof text !== 'string' ? null : (
    <>
      <dt>{label}</dt>
      <dd class="written">{text}</dd>
    </>
  );

function proposed(fields: Readonly<Record<string, unknown>>, language: Viewer['language']) {
  const { due, kind } = fields;
  return typeof due === 'string'
    ? due
    : typeof kind === 'string'
      ? termOf(terms[language].kinds, kind)
      : null;
}

function whoAndWhen({ told, people, round }: About): string {
  const by = told !== null && isRecord(told['by']) ? told['by']['decidedBy'] : null;
  const name = people.find(({ id }) => id === by)?.name ?? (typeof by === 'string' ? by : '');
  const at = told?.['at'];
  return [name, typeof at === 'string' ? localTime(round.clock, at) : ''].filter(Boolean).join(' ');
}
