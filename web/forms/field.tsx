/** One field of a form, in whatever it is filled in with: also rows of fields, which is why it stands in one file with them. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../words/catalogue';
import { formWords } from '../../words/pages/forms';
import { Fault, faultOf, Files, Line, Optional, Select, told } from './controls';
import type { Kept } from './filed';
import type { Input, Option } from './inputs';
import { prefix } from './read-form';

interface FieldProps {
  readonly input: Input;
  readonly id: (name: string) => string;
  readonly event: string;
  readonly language: Language;
  readonly kept?: readonly Kept[];
  /** The first target, from which a further row learns its departments. */
  readonly first?: string | undefined;
}

export const Field: FC<FieldProps> = (props) => {
  const { input, id, language } = props;
  const own = id(input.name);
  switch (input.kind) {
    case 'checks':
      return <Checks input={input} language={language} id={own} />;
    case 'rows':
      return <Rows {...props} input={input} />;
    default:
      return (
        <div class="field">
          <label for={own}>
            {input.label}
            <Optional input={input} language={language} />
          </label>
          <Fault input={input} id={own} />
          <Control {...props} own={own} />
        </div>
      );
  }
};

const Control: FC<FieldProps & { own: string }> = ({ input, language, kept = [], own }) => {
  const base = { id: own, name: prefix + input.name, ...told(input, own) };
  switch (input.kind) {
    case 'text':
      return (
        <textarea {...base} maxlength={input.max} rows={3}>
          {input.value}
        </textarea>
      );
    case 'line':
      return <Line base={base} {...input} />;
    case 'date':
      return <input {...base} type="date" value={input.value} />;
    case 'integer':
      return (
        <input
          {...base}
          type="number"
          min={input.min}
          max={input.max}
          step={1}
          value={input.value}
        />
      );
    case 'select':
      return <Select base={base} options={input.options} empty={formWords[language].choose} />;
    case 'lines':
      return (
        <textarea {...base} placeholder={formWords[language].onePerLine}>
          {input.value}
        </textarea>
      );
    case 'files':
      return <Files base={base} most={input.most} kept={kept} language={language} />;
    case 'checks':
    case 'rows':
      return null;
  }
};

const Checks: FC<{
  input: Extract<Input, { kind: 'checks' }>;
  language: Language;
  id: string;
}> = ({ input, language, id }) => {
  const { options, others } = input;
  const box = ({ value, label, chosen }: Option) => (
    <label class="inline">
      <input type="checkbox" name={prefix + input.name} value={value} checked={chosen} />
      {label}
    </label>
  );
  return (
    <fieldset class="checks" {...faultOf(input, id)}>
      <legend>
        {input.label}
        <Optional input={input} language={language} />
      </legend>
      <Fault input={input} id={id} />
      {options.map(box)}
      {others.length === 0 ? null : (
        <details class="more">
          <summary>{formWords[language].others}</summary>
          {others.map(box)}
        </details>
      )}
    </fieldset>
  );
};

const Rows: FC<FieldProps & { input: Extract<Input, { kind: 'rows' }> }> = (props) => {
  const { input, id, event, language, first } = props;
  const words = formWords[language];
  const own = id(input.name);
  const more = new URLSearchParams({ field: input.name, target: first ?? '', id: id('') });
  return (
    <fieldset class="rows" {...faultOf(input, own)}>
      <legend>
        {input.label}
        <Optional input={input} language={language} />
      </legend>
      <Fault input={input} id={own} />
      <ol id={own}>
        {input.rows.map((row) => (
          <Row inputs={row} {...{ id, event, language }} />
        ))}
      </ol>
      <p class="hint">{words.rowsHint}</p>
      <button
        class="second"
        name="more"
        value={input.name}
        formnovalidate
        hx-get={`/act/${event}/row?${more.toString()}`}
        hx-target={`[id="${own}"]`}
        hx-swap="beforeend"
      >
        {words.addRow}
      </button>
    </fieldset>
  );
};

/** One more of a list. */
export const Row: FC<Omit<FieldProps, 'input'> & { inputs: readonly Input[] }> = ({
  inputs,
  ...props
}) => (
  <li class="row">
    {inputs.map((input) => (
      <Field input={input} {...props} />
    ))}
  </li>
);
