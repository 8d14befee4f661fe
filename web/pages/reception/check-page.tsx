/** `/reception/<list>/check`: what will be started, or what is in the way of it. */
import type { FC } from 'hono/jsx';
import type { Comparison } from '../../../client';
import { assertNever } from '../../../domain/assert-never';
import { seqWords } from '../../../domain/seq-words';
import { kinds } from '../../../domain/words';
import type { OddDate } from '../../../documents/receiving/odd-dates';
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
    words,
  );
  const entries = counted(
    Object.keys(words.entries) as (keyof Words['entries'])[],
    words.entries,
    problems.map(({ entry }) => entry),
    words,
  );
  const toRead = [
    ...ready.severalLeaders.map(({ seq, first, others }) =>
      words.severalLeaders(seq, first, others.join('、')),
    ),
    ...ready.odd.map((odd) => oddWords(odd, words)),
    ...ready.warnings.map(({ message }) => message),
  ];
  return (
    <section class="card">
      <h2>{words.plan(reception.unit, reception.id, problems.length)}</h2>
      <dl class="facts">
        <dt>{words.kindsLine}</dt>
        <dd>{kindsFound}</dd>
        <dt>{words.entriesLine}</dt>
        <dd>{entries}</dd>
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

/** `限期整改40个、长期坚持13个`. */
function counted<Word extends string>(
  order: readonly Word[],
  called: Readonly<Record<Word, string>>,
  found: readonly Word[],
  words: Words,
): string {
  return order
    .map((word) => [called[word], found.filter((each) => each === word).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => words.counted(word, count))
    .join('、');
}

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

function oddWords(odd: OddDate, { odd: words }: Words): string {
  switch (odd.kind) {
    case 'feedbackAhead':
    case 'periodPast':
      return words[odd.kind](odd.day);
    case 'dueBeforeHandover':
      return words.dueBeforeHandover(odd.seq, odd.due, odd.from);
    case 'duePast':
      return words.duePast(seqWords(odd.seqs), odd.seqs.length);
    case 'measureAfterProblem':
      return words.measureAfterProblem(odd.seq, odd.due);
    default:
      return assertNever(odd);
  }
}
