/** What the browser has for each kind of input, and what stands around it. */
import type { FC } from 'hono/jsx';
import { extensionsTaken } from '../../ledger';
import type { Language } from '../../words/catalogue';
import { formWords } from '../../words/pages/forms';
import type { Kept } from './filed';
import type { Input, Option } from './inputs';

export type Base = Readonly<Record<string, string>> & {
  readonly id: string;
  readonly name: string;
};

export const Line: FC<{
  base: Base;
  value: string;
  max: number;
  suggestions: readonly string[];
}> = ({ base, value, max, suggestions }) =>
  suggestions.length === 0 ? (
    <input {...base} maxlength={max} value={value} />
  ) : (
    <>
      <input {...base} maxlength={max} value={value} list={`${base.id}-known`} />
      <datalist id={`${base.id}-known`}>
        {suggestions.map((each) => (
          <option value={each} />
        ))}
      </datalist>
    </>
  );

export const Select: FC<{ base: Base; options: readonly Option[]; empty: string }> = ({
  base,
  options,
  empty,
}) => (
  <select {...base}>
    <option value="">{empty}</option>
    {options.map(({ value, label, chosen }) => (
      <option value={value} selected={chosen}>
        {label}
      </option>
    ))}
  </select>
);

export const Files: FC<{
  base: Base;
  most: number;
  kept: readonly Kept[];
  language: Language;
  /** The name of those that are kept. */
  keptName?: string;
}> = ({ base, most, kept, language, keptName = 'kept' }) => {
  const words = formWords[language];
  return (
    <>
      {kept.length === 0 ? null : <p class="hint">{words.kept}</p>}
      {kept.map(({ file, sealed }) => (
        <label class="inline kept">
          <input type="checkbox" name={keptName} value={sealed} checked />
          {words.keepFile(file.name)}
        </label>
      ))}
      <input {...base} type="file" multiple accept={extensionsTaken.join(',')} />
      <p class="hint">{words.files(most)}</p>
    </>
  );
};

export const Optional: FC<{ input: Pick<Input, 'optional'>; language: Language }> = ({
  input,
  language,
}) => (input.optional ? <span class="optional">{formWords[language].optional}</span> : null);

export const Fault: FC<{ input: Pick<Input, 'fault'>; id: string }> = ({ input: { fault }, id }) =>
  fault === null ? null : (
    <p class="fault" id={`${id}-fault`}>
      {fault}
    </p>
  );

/** By what a group of inputs is read out together with its fault. */
export function faultOf({ fault }: Pick<Input, 'fault'>, own: string) {
  return fault === null ? {} : { 'aria-describedby': `${own}-fault` };
}

export function told(input: Pick<Input, 'fault' | 'optional'>, own: string) {
  return {
    ...(input.fault === null ? {} : { 'aria-invalid': 'true' }),
    ...faultOf(input, own),
    ...(input.optional ? {} : { 'aria-required': 'true' }),
  } as const;
}
