/** One problem of a list: what was read of it, what is asked and missing; the way to correct it in its place. */
import type { FC } from 'hono/jsx';
import { receptionWords } from '../../../words/pages/reception';
import { terms } from '../../../words/terms';
import type { Viewer } from '../../viewer';
import { Questions } from './questions';
import type { ShownProblem } from './sheet-view';

interface ItemProps {
  readonly viewer: Viewer;
  readonly draft: string;
  readonly shown: ShownProblem;
}

export const ProblemItem: FC<ItemProps> = (props) => {
  const { viewer, draft, shown } = props;
  const words = receptionWords[viewer.language];
  const { seq, title } = shown.problem;
  const edit = `/reception/${draft}/problems/${seq}`;
  return (
    <li class={shown.questions.length > 0 ? 'card open' : 'card'} id={`p-${seq}`}>
      <div class="split">
        <h3>
          <span class="soft">{seq}</span> {title}
        </h3>
        <a
          {...{ class: 'button second', href: edit, 'aria-label': words.editOf(seq) }}
          {...{ 'hx-get': edit, 'hx-target': `#p-${seq}`, 'hx-swap': 'innerHTML' }}
        >
          {words.edit}
        </a>
      </div>
      <Read {...props} />
      {shown.missing.length === 0 ? null : (
        <p class="hint">
          {words.lacks(shown.missing.map((field) => words.fields[field] ?? field).join('、'))}
        </p>
      )}
      <Questions viewer={viewer} draft={draft} questions={shown.questions} />
    </li>
  );
};

const Read: FC<ItemProps> = ({ viewer, shown: { problem } }) => {
  const words = receptionWords[viewer.language];
  const { kind, kindBasis, due, deadlineWords, department, measures, section, status } = problem;
  const kinds = terms[viewer.language].kinds;
  const guessed =
    kindBasis === 'inferred' ? words.guessedKind : kindBasis === 'default' ? words.defaultKind : '';
  const facts: readonly (readonly [string, string])[] = [
    ['section', section ?? ''],
    ['kind', kind === null ? '' : `${kinds[kind]}${guessed === '' ? '' : `（${guessed}）`}`],
    ['status', status === null ? '' : terms[viewer.language].statuses[status]],
    [
      'due',
      [due, deadlineWords === null ? null : words.dueWords(deadlineWords)]
        .filter((part) => part !== null)
        .join(' · '),
    ],
    ['department', department ?? ''],
    ['responsibleLeaders', problem.responsibleLeaders.join('、')],
    ['handlers', problem.handlers.join('、')],
  ];
  return (
    <>
      <dl class="facts inline">
        {facts
          .filter(([, value]) => value !== '')
          .map(([field, value]) => (
            <div>
              <dt>{words.fields[field]}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {measures.length === 0 ? null : (
        <details class="more">
          <summary>{words.countMeasures(measures.length)}</summary>
          <ol>
            {measures.map(({ text, due: day, department: whose }) => (
              <li>
                {text}
                {day === undefined && whose === undefined ? null : (
                  <span class="soft"> {[whose, day].filter(Boolean).join(' · ')}</span>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
};
