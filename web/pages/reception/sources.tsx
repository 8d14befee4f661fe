/** Whose people and rules a list is received with: those of an earlier rectification, the default, or a file. */
import type { FC } from 'hono/jsx';
import { receptionWords } from '../../../words/pages/reception';
import { Csrf } from '../../layout/page';
import type { Viewer } from '../../viewer';
import type { Draft, Source } from './draft';
import type { SheetView } from './sheet-view';

/** An earlier rectification of the unit, the newest first. */
export interface Choosable {
  readonly id: string;
  readonly feedbackOn: string | null;
}

interface ChoiceProps {
  readonly viewer: Viewer;
  readonly draft: Draft;
  readonly sheet: SheetView;
  readonly earlier: readonly Choosable[];
}

export const PeopleChoice: FC<ChoiceProps> = ({ viewer, draft, sheet, earlier }) => {
  const words = receptionWords[viewer.language];
  const { people, peopleFrom } = draft.content;
  return (
    <>
      <h3>{words.people}</h3>
      <p>
        {people.length === 0 ? words.peopleSources.none : words.peopleOf(people.length)}{' '}
        <span class="soft">{people.length === 0 ? '' : sourceWords(peopleFrom, words)}</span>
      </p>
      {sheet.strangers === 0 ? null : <p class="fault">{words.strangers(sheet.strangers)}</p>}
      <div class="actions">
        <a class="button second" href={`/reception/${draft.id}/people`}>
          {words.toPeople}
        </a>
      </div>
      <SourceForm
        {...{ viewer, earlier, name: 'people', action: `/reception/${draft.id}/people` }}
        {...{ first: null, fileLabel: words.peopleFile }}
      />
    </>
  );
};

export const PolicyChoice: FC<ChoiceProps> = ({ viewer, draft, earlier }) => {
  const words = receptionWords[viewer.language];
  const { policy, policyFrom, asIs } = draft.content;
  return (
    <>
      <h3>{words.policy}</h3>
      <p>
        {words.policyLine(policy.name, policy.version, policy.concentratedMonths)}{' '}
        <span class="soft">{sourceWords(policyFrom, words)}</span>
        {policy.timeScale === null ? null : (
          <span class="soft"> {words.demo(policy.timeScale.daySeconds)}</span>
        )}
      </p>
      <SourceForm
        {...{ viewer, earlier, name: 'policy', action: `/reception/${draft.id}/policy` }}
        {...{ first: words.standardPolicy, fileLabel: words.policyFile }}
      />
      <form method="post" action={`/reception/${draft.id}/as-is`}>
        <Csrf viewer={viewer} />
        <label class="inline">
          <input type="checkbox" name="asIs" value="yes" checked={asIs} />
          {words.asIs}
        </label>
        <button class="second">{words.save}</button>
      </form>
    </>
  );
};

interface SourceFormProps {
  readonly viewer: Viewer;
  readonly earlier: readonly Choosable[];
  readonly name: string;
  readonly action: string;
  /** What is offered before all rectifications. */
  readonly first: string | null;
  readonly fileLabel: string;
}

const SourceForm: FC<SourceFormProps> = ({ viewer, earlier, name, action, first, fileLabel }) => {
  const words = receptionWords[viewer.language];
  return (
    <details class="more">
      <summary>{name === 'people' ? words.takePeople : words.takePolicy}</summary>
      <form method="post" action={action} enctype="multipart/form-data">
        <Csrf viewer={viewer} />
        {earlier.length === 0 && first === null ? null : (
          <>
            <label for={`${name}-source`}>{words.take}</label>
            <select id={`${name}-source`} name="source">
              {first === null ? null : <option value="">{first}</option>}
              {earlier.map(({ id, feedbackOn }) => (
                <option value={id}>
                  {`${words.peopleSources.rectification(id)}${feedbackOn === null ? '' : `（${feedbackOn}）`}`}
                </option>
              ))}
            </select>
          </>
        )}
        <label for={`${name}-file`}>{fileLabel}</label>
        <input id={`${name}-file`} type="file" name="file" accept=".yaml,.yml,.json,.txt" />
        <div class="actions">
          <button class="second">{words.take}</button>
        </div>
      </form>
    </details>
  );
};

function sourceWords(source: Source, words: (typeof receptionWords)['zh']): string {
  switch (source.kind) {
    case 'none':
    case 'standard':
      return source.kind === 'standard' ? words.peopleSources.standard : '';
    case 'rectification':
      return words.peopleSources.rectification(source.id);
    case 'file':
      return words.peopleSources.file(source.name);
  }
}
