/** `/reception/<list>/check`: what will be started, or what is in the way of it. */
import type { FC } from 'hono/jsx';
import type { Comparison } from '../../../client';
import { entries } from '../../../domain/reception';
import { kinds } from '../../../domain/words';
import { oddDateWords } from '../../../documents/receiving/odd-dates';
import { counted } from '../../../words/counted';
import { receptionWords } from '../../../words/pages/reception';
import { terms } from '../../../words/terms';
import { Csrf } from '../../layout/page';
import type { Viewer } from '../../viewer';
import type { Draft } from './draft';
import type { Blocker, Outlook } from './outlook';
import { Compared } from './people-page';

type Words = (typeof receptionWords)['zh'];
type Ready = Extract<Outlook, { kind: 'ready' }>;

interface CheckProps {
  readonly viewer: Viewer;
  readonly draft: Draft;
  readonly outlook: Outlook;
  /** Null where it is blocked, or the server does not answer. */
  readonly comparison: Comparison | null;
  readonly byName: string;
  /** What keeps it from being started, said once it was tried. */
  readonly fault: string | null;
}

export const CheckPage: FC<CheckProps> = (props) => {
  const { viewer, draft, outlook, fault } = props;
  const words = receptionWords[viewer.language];
  return (
    <>
      <p>
        <a href={`/reception/${draft.id}`}>{words.back}</a>
      </p>
      {fault === null ? null : (
        <p class="notice refused" role="alert">
          {fault}
        </p>
      )}
      {outlook.kind === 'blocked' ? (
        <Blocked viewer={viewer} draft={draft.id} by={outlook.by} />
      ) : (
        <>
          <Planned {...props} ready={outlook} />
          <StartForm {...props} />
        </>
      )}
    </>
  );
};

const Blocked: FC<{ viewer: Viewer; draft: string; by: Blocker }> = ({ viewer, draft, by }) => {
  const words = receptionWords[viewer.language];
  const isOfPeople = by.kind !== 'noFeedbackOn' && by.kind !== 'noProblems';
  return (
    <>
      <div class="notice refused" role="alert">
        <p>{words.blocked[by.kind]}</p>
        {by.kind === 'unfitPeople' ? (
          <Lines lines={by.findings.map(({ message }) => message)} />
        ) : null}
      </div>
      {by.kind === 'unknownPeople' ? (
        <Compared viewer={viewer} draft={draft} names={by.names} />
      ) : null}
      {isOfPeople ? (
        <div class="actions">
          <a class="button" href={`/reception/${draft}/people`}>
            {words.toPeople}
          </a>
        </div>
      ) : null}
    </>
  );
};

const Planned: FC<CheckProps & { ready: Ready }> = ({ viewer, ready, comparison, byName }) => {
  const words = receptionWords[viewer.language];
  const { reception, dates, today } = ready;
  const { problems, policy } = reception;
  const kindsFound = counted(
    kinds,
    terms[viewer.language].kinds,
    problems.map(({ kind }) => kind),
    words.counted,
  );
  const entriesFound = counted(
    entries,
    terms[viewer.language].stages,
    problems.map(({ entry }) => entry),
    words.counted,
  );
  const toRead = [
    ...ready.severalLeaders.map(({ seq, first, others }) =>
      words.severalLeaders(seq, first, others.join('、')),
    ),
    ...ready.odd.map((odd) => oddDateWords(odd, words.odd)),
    ...ready.warnings.map(({ message }) => message),
  ];
  return (
    <section class="card">
      <h2>{words.plan(reception.unit, reception.id, problems.length)}</h2>
      <dl class="facts">
        <dt>{words.kindsLine}</dt>
        <dd>{kindsFound}</dd>
        <dt>{words.entriesLine}</dt>
        <dd>{entriesFound}</dd>
        <dt>{words.policy}</dt>
        <dd>
          {words.policyLine(policy.name, policy.version, policy.concentratedMonths)}
          {policy.timeScale === null ? '' : ` · ${words.demo(policy.timeScale.daySeconds)}`}
        </dd>
        <dt>{words.people}</dt>
        <dd>{words.peopleOf(reception.people.length)}</dd>
        <dt>{words.by}</dt>
        <dd>{byName}</dd>
        {comparison === null ? null : (
          <>
            <dt>{words.standing}</dt>
            <dd>{standingWords(comparison, words)}</dd>
          </>
        )}
      </dl>
      <h3>{words.dates}</h3>
      <ul>
        {dates.map(({ of, day }) => (
          <li>{`${day} ${words.dateTerms[of]}${day < today ? words.past : ''}`}</li>
        ))}
      </ul>
      {toRead.length === 0 ? null : (
        <>
          <h3>{words.toRead}</h3>
          <Lines lines={toRead} />
        </>
      )}
    </section>
  );
};

const StartForm: FC<CheckProps> = ({ viewer, draft, comparison }) => {
  const words = receptionWords[viewer.language];
  const open = draft.content.feedback.questions.length;
  const differs =
    comparison?.standing === 'there' && comparison.changed.length + comparison.added.length > 0;
  return (
    <form method="post" action={`/reception/${draft.id}/start`}>
      <Csrf viewer={viewer} />
      {differs ? (
        <>
          <label for="amend">{words.amend}</label>
          <textarea id="amend" name="amend" aria-describedby="amend-hint" />
          <p class="hint" id="amend-hint">
            {words.amendHint}
          </p>
        </>
      ) : null}
      {open === 0 ? null : (
        <label class="choice">
          <input type="checkbox" name="agreed" value={String(open)} />
          {words.agreeOpen(open)}
        </label>
      )}
      <div class="actions">
        <button>{words.start}</button>
      </div>
    </form>
  );
};

const Lines: FC<{ lines: readonly string[] }> = ({ lines }) => (
  <ul>
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);

function standingWords({ standing, same, changed, added, gone }: Comparison, words: Words): string {
  switch (standing) {
    case 'new':
      return words.standingNew;
    case 'interrupted':
      return words.standingInterrupted(added.length);
    case 'there':
      return words.standingThere(same.length, changed.length, added.length, gone.length);
  }
}
