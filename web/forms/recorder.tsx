/** 代录: who decided and on what basis, where the office records it. */
import type { FC } from 'hono/jsx';
import { choices } from '../../words/choices';
import { formWords } from '../../words/pages/forms';
import { Fault, Select, type Base } from './controls';
import type { Language } from '../../words/catalogue';
import type { PersonRow } from '../../ledger';
import type { Faults } from './inputs';
import { recordedBases, recordingFields, type Recording } from './sender-form';

interface RecorderProps {
  /** Those who may have decided. */
  readonly people: readonly PersonRow[];
  /** False where the viewer may not decide it and only records. */
  readonly themselves: boolean;
  readonly recording: Recording;
  readonly faults: Faults;
  readonly language: Language;
  readonly id: (name: string) => string;
}

export const Recorder: FC<RecorderProps> = (props) => {
  const { people, themselves, recording, faults, language, id } = props;
  const words = formWords[language];
  const base = (name: string): Base => ({ id: id(name), name });
  const fault = (name: string) => ({ fault: faults[name] ?? null });
  const named = themselves || recording.decider !== '' ? recording.decider : (people[0]?.id ?? '');
  return (
    <details class="recorder" open={!themselves || recording.decider !== ''}>
      <summary>{words.recording}</summary>
      <p class="hint">{words.recordingHint}</p>
      <label for={id(recordingFields.decider)}>{words.decider}</label>
      <Fault input={fault(recordingFields.decider)} id={id(recordingFields.decider)} />
      <Select
        base={base(recordingFields.decider)}
        empty={themselves ? words.myself : words.choose}
        options={people.map(({ id: value, name, department }) => ({
          ...{ value, chosen: value === named },
          label: department === null ? name : `${name}（${department}）`,
        }))}
      />
      <label for={id(recordingFields.basis)}>{words.basis}</label>
      <Fault input={fault(recordingFields.basis)} id={id(recordingFields.basis)} />
      <Select
        base={base(recordingFields.basis)}
        empty={words.choose}
        options={recordedBases.map((value) => ({
          ...{ value, label: choices[language].bases[value] },
          chosen: value === recording.basis,
        }))}
      />
    </details>
  );
};
