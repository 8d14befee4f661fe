/** `/reception/<list>`: what was read, what to check and what is missing, each where it can be corrected. */
import type { FC } from 'hono/jsx';
import { seqWords } from '../../../domain/seq-words';
import { receptionWords } from '../../../words/pages/reception';
import { Csrf } from '../../layout/page';
import type { Viewer } from '../../viewer';
import type { Draft } from './draft';
import { ProblemItem } from './problem-item';
import { Questions } from './questions';
import { PeopleChoice, PolicyChoice, type Choosable } from './sources';
import type { SheetView } from './sheet-view';

export interface SheetPageProps {
  readonly viewer: Viewer;
  readonly draft: Draft;
  readonly sheet: SheetView;
  /** Earlier rectifications of the unit. */
  readonly earlier: readonly Choosable[];
  readonly notice: string | null;
  readonly mistakes: readonly string[];
}

export const SheetPage: FC<SheetPageProps> = (props) => {
  const { viewer, draft, sheet, notice, mistakes } = props;
  const words = receptionWords[viewer.language];
  return (
    <>
      {notice === null ? null : (
        <p class="notice done" role="status">
          {notice}
        </p>
      )}
      <Mistakes {...{ viewer, mistakes }} />
      <Facts {...props} />
      <Told {...props} />
      <section class="card" aria-labelledby="with">
        <h2 id="with">{`${words.people} · ${words.policy}`}</h2>
        <PeopleChoice {...props} />
        <PolicyChoice {...props} />
      </section>
      <h2 id="problems">{words.problems(sheet.problems.length)}</h2>
      <ol class="items">
        {sheet.problems.map((shown) => (
          <ProblemItem viewer={viewer} draft={draft.id} shown={shown} />
        ))}
      </ol>
      <div class="actions">
        <a class="button second" href={`/reception/${draft.id}/problems/new`}>
          {words.add}
        </a>
        <a class="button second" href={`/reception/${draft.id}/list.yaml`}>
          {words.preview}
        </a>
      </div>
      <div class="actions sticky">
        <a class="button" href={`/reception/${draft.id}/check`}>
          {words.check}
        </a>
      </div>
      <form method="post" action={`/reception/${draft.id}/discard`}>
        <Csrf viewer={viewer} />
        <button class="quiet">{words.discard}</button>
      </form>
    </>
  );
};

export const Mistakes: FC<{ viewer: Viewer; mistakes: readonly string[] }> = ({
  viewer,
  mistakes,
}) =>
  mistakes.length === 0 ? null : (
    <div class="notice refused" role="alert">
      <strong>{receptionWords[viewer.language].notTaken}</strong>
      <ul>
        {mistakes.map((mistake) => (
          <li>{mistake}</li>
        ))}
      </ul>
    </div>
  );

const Facts: FC<SheetPageProps> = ({ viewer, draft, sheet }) => {
  const words = receptionWords[viewer.language];
  const { feedbackOn, inspectedBy, inspection } = draft.content.feedback;
  const date = (name: string, value: string | null, label: string) => (
    <div>
      <label for={name}>{label}</label>
      <input type="date" id={name} name={name} value={value ?? ''} />
    </div>
  );
  return (
    <section class="card" aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      <p>
        <strong>{draft.unit}</strong> <span class="soft">{draft.name}</span>
      </p>
      {sheet.otherUnit === null ? null : (
        <p class="notice">{words.otherUnit(sheet.otherUnit, draft.unit)}</p>
      )}
      <Questions viewer={viewer} draft={draft.id} questions={sheet.questions} />
      <form method="post" action={`/reception/${draft.id}/file`}>
        <Csrf viewer={viewer} />
        <div class="field-grid">
          {date('feedbackOn', feedbackOn, words.fields['feedbackOn'] ?? '')}
          <div>
            <label for="inspectedBy">{words.fields['inspectedBy']}</label>
            <input id="inspectedBy" name="inspectedBy" value={inspectedBy ?? ''} />
          </div>
          {date('from', inspection.from, words.fields['inspectionFrom'] ?? '')}
          {date('to', inspection.to, words.fields['inspectionTo'] ?? '')}
        </div>
        <button class="second">{words.save}</button>
      </form>
    </section>
  );
};

/** What is odd, what is open, what is missing: each as a whole. */
const Told: FC<SheetPageProps> = ({ viewer, draft, sheet }) => {
  const words = receptionWords[viewer.language];
  const { open, warnings, missing, problems } = sheet;
  return (
    <section class="card" aria-labelledby="told">
      <h2 id="told">{open === 0 ? words.noQuestions : words.questions(open)}</h2>
      {open === 0 ? null : (
        <form method="post" action={`/reception/${draft.id}/settle`}>
          <Csrf viewer={viewer} />
          {[...sheet.questions, ...problems.flatMap(({ questions }) => questions)].map(
            ({ key }) => (
              <input type="hidden" name="question" value={key} />
            ),
          )}
          <button class="second">{words.settleAll}</button>
        </form>
      )}
      {missing.length === 0 ? null : (
        <>
          <h3>{words.missing}</h3>
          <ul>
            {missing.map(({ field, seqs }) => (
              <li>
                {words.missingField(
                  words.fields[field] ?? field,
                  seqs.length === problems.length
                    ? words.all(seqs.length)
                    : words.seqs(seqWords(seqs)),
                  words.otherwise[field],
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {warnings.length === 0 ? null : (
        <details class="more">
          <summary>{words.warnings(warnings.length)}</summary>
          <ul>
            {warnings.map(({ line, message }) => (
              <li>
                {line === null || message.startsWith('第')
                  ? message
                  : `${words.line(line)} ${message}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
