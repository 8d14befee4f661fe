/** The form of one problem of a list: a page of its own, or put in the problem's place. */
import type { FC } from 'hono/jsx';
import { kinds, recurrences, statuses } from '../../../domain/words';
import type { ProblemSaid } from '../../../documents/correcting/corrected';
import { choices } from '../../../words/choices';
import { receptionWords } from '../../../words/pages/reception';
import { terms } from '../../../words/terms';
import { Csrf } from '../../layout/page';
import type { Viewer } from '../../viewer';
import type { FormFault } from './problem-form';
import type { Asked } from './sheet-view';

export interface EditorProps {
  readonly viewer: Viewer;
  readonly draft: string;
  /** Null: one more problem. */
  readonly seq: number | null;
  readonly said: ProblemSaid;
  readonly questions: readonly Asked[];
  readonly faults: readonly FormFault[];
  /** Offered while names are typed. */
  readonly known: { readonly names: readonly string[]; readonly departments: readonly string[] };
}

export const ProblemEditor: FC<EditorProps> = (props) => {
  const { viewer, draft, seq, faults } = props;
  const words = receptionWords[viewer.language];
  const here = `/reception/${draft}/problems/${seq ?? 'new'}`;
  const back = seq === null ? `/reception/${draft}#problems` : `/reception/${draft}#p-${seq}`;
  return (
    <form method="post" action={here} class="editor">
      <Csrf viewer={viewer} />
      <h3>{seq === null ? words.adding : words.editing(seq)}</h3>
      {faults.map((fault) => (
        <p class="fault" role="alert">
          {words.faults[fault]}
        </p>
      ))}
      <Asking {...props} />
      <Fields {...props} />
      <Measures {...props} />
      <datalist id={`${seq ?? 'new'}-names`}>
        {props.known.names.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      <datalist id={`${seq ?? 'new'}-departments`}>
        {props.known.departments.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      <div class="actions">
        <button>{words.save}</button>
        <a class="button second" href={back}>
          {words.cancel}
        </a>
        {seq === null ? null : (
          <button class="quiet" formaction={`${here}/remove`} formnovalidate>
            {words.remove}
          </button>
        )}
      </div>
    </form>
  );
};

/** With what is asked beside the fields; ticked, it was read rightly. */
const Asking: FC<EditorProps> = ({ viewer, questions }) => {
  const words = receptionWords[viewer.language];
  return (
    <>
      {questions.map(({ key, at, why }) => (
        <p class="notice">
          {`${at}：${why}`}{' '}
          <label class="inline">
            <input type="checkbox" name="question" value={key} />
            {words.settle}
          </label>
        </p>
      ))}
    </>
  );
};

const Fields: FC<EditorProps> = ({ viewer, seq, said }) => {
  const words = receptionWords[viewer.language];
  const id = (name: string) => `${seq ?? 'new'}-${name}`;
  const text = (
    name: 'section' | 'group' | 'department' | 'departmentHead' | 'withheld',
    list?: string,
  ) => (
    <div>
      <label for={id(name)}>{words.fields[name]}</label>
      <input
        {...{ id: id(name), name, value: said[name] ?? '' }}
        {...(list === undefined ? {} : { list })}
      />
    </div>
  );
  const several = (name: 'assisting' | 'responsibleLeaders' | 'handlers', list: string) => (
    <div>
      <label for={id(name)}>{words.fields[name]}</label>
      <input
        {...{ id: id(name), name, value: said[name].join('、'), list }}
        placeholder={words.severalNames}
      />
    </div>
  );
  return (
    <>
      <label for={id('title')}>{words.fields['title']}</label>
      <textarea id={id('title')} name="title" required>
        {said.title}
      </textarea>
      <div class="field-grid">
        <Choice
          {...{ id: id('kind'), name: 'kind', label: words.fields['kind'] ?? '' }}
          {...{
            value: said.kind,
            none: words.notSaid,
            of: kinds,
            called: terms[viewer.language].kinds,
          }}
        />
        <div>
          <label for={id('due')}>{words.fields['due']}</label>
          <input type="date" id={id('due')} name="due" value={said.due ?? ''} />
        </div>
        {text('department', id('departments'))}
        {several('responsibleLeaders', id('names'))}
        {several('handlers', id('names'))}
        {text('departmentHead', id('names'))}
        {several('assisting', id('departments'))}
        <Choice
          {...{ id: id('status'), name: 'status', label: words.fields['status'] ?? '' }}
          {...{
            value: said.status,
            none: words.notSaid,
            of: statuses,
            called: terms[viewer.language].statuses,
          }}
        />
        {text('section')}
        {text('group')}
        {text('withheld')}
        <div>
          <label for={id('publicText')}>{words.fields['publicText']}</label>
          <textarea id={id('publicText')} name="publicText">
            {said.publicText ?? ''}
          </textarea>
        </div>
      </div>
    </>
  );
};

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  /** How nothing chosen is called. */
  readonly none: string;
  readonly of: readonly string[];
  readonly called: Readonly<Record<string, string>>;
}

const Choice: FC<ChoiceProps> = ({ id, name, label, value, none, of, called }) => (
  <div>
    <label for={id}>{label}</label>
    <select id={id} name={name}>
      <option value="">{none}</option>
      {of.map((each) => (
        <option value={each} selected={each === value}>
          {called[each]}
        </option>
      ))}
    </select>
  </div>
);

/** One more than there are, empty. */
const Measures: FC<EditorProps> = ({ viewer, seq, said }) => {
  const words = receptionWords[viewer.language];
  const rows = [...said.measures, null];
  return (
    <details class="more" open={said.measures.length <= 3}>
      <summary>{`${words.fields['measures'] ?? ''}（${said.measures.length}）`}</summary>
      <p class="hint">{words.measureHint}</p>
      {rows.map((measure, at) => {
        const id = (name: string) => `${seq ?? 'new'}-m${at}-${name}`;
        const named = (name: string) => ({ id: id(name), name: `measure.${at}.${name}` });
        return (
          <fieldset>
            <legend>{measure === null ? words.newMeasure : words.measure(at + 1)}</legend>
            <label for={id('text')}>{words.measureText}</label>
            <textarea {...named('text')}>{measure?.text ?? ''}</textarea>
            <div class="field-grid">
              <div>
                <label for={id('department')}>{words.fields['department']}</label>
                <input
                  {...named('department')}
                  value={measure?.department ?? ''}
                  list={`${seq ?? 'new'}-departments`}
                />
              </div>
              <div>
                <label for={id('due')}>{words.fields['due']}</label>
                <input type="date" {...named('due')} value={measure?.due ?? ''} />
              </div>
              <Choice
                {...named('recurrence')}
                {...{ label: words.recurrence, value: measure?.recurrence ?? null }}
                {...{ none: words.once, of: recurrences }}
                called={choices[viewer.language].recurrences}
              />
            </div>
            <label class="inline">
              <input type="checkbox" name={`measure.${at}.done`} checked={measure?.done === true} />
              {words.done}
            </label>
          </fieldset>
        );
      })}
    </details>
  );
};
