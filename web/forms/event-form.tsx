/** The form of an event. Works without scripts; with htmx a row is added in place. */
import type { Child, FC } from 'hono/jsx';
import type { Language } from '../../words/catalogue';
import { eventWords } from '../../words/events';
import { formWords } from '../../words/pages/forms';
import type { EventDescription } from '../../engine/core';
import { Csrf } from '../layout/page';
import type { Viewer } from '../viewer';
import type { Known } from './about';
import type { Kept } from './filed';
import { Field } from './field';
import { inputsOf, nothingTyped, type Filling, type Input } from './inputs';
import { Recorder } from './recorder';
import type { Recording } from './sender-form';

export interface EventFormProps {
  readonly viewer: Viewer;
  readonly event: string;
  readonly description: EventDescription;
  /** Workflow ids. */
  readonly targets: readonly string[];
  readonly about: Known;
  /** Made when the form is made: the same form sent again is applied once. */
  readonly commandId: string;
  /** Where it leads when it is done, a path of ours. */
  readonly back: string;
  readonly filling?: Filling;
  readonly kept?: readonly Kept[];
  readonly recording?: Recording;
  /**
   * For whom the viewer may record what they decided, by their ids; the office alone has any. Where the viewer may not decide
   * it, `themselves` is false.
   */
  readonly deciders?: readonly string[];
  readonly themselves?: boolean;
  /** The button; the event's title where it is not given. */
  readonly send?: string;
  /** How the button looks. */
  readonly look?: 'second';
  /** Shown before the button, beside the fields. */
  readonly children?: Child;
}

/** Sent to `/act/<event>`: see act.tsx. */
export const EventForm: FC<EventFormProps> = (props) => {
  const { viewer, event, description, targets, about, commandId, back, children } = props;
  const { filling = nothingTyped, kept = [], deciders = [], themselves = true } = props;
  const { recording = { decider: '', basis: '' } } = props;
  const inputs = inputsOf(event, description, about, filling, viewer.language);
  const title = eventWords[viewer.language].titles[event as never] ?? description.title;
  const id = (name: string): string => `${commandId.slice(0, 8)}-${name}`;
  return (
    <form
      method="post"
      action={`/act/${event}`}
      enctype="multipart/form-data"
      class="event-form"
      novalidate
    >
      <Csrf viewer={viewer} />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="back" value={back} />
      {targets.map((target) => (
        <input type="hidden" name="target" value={target} />
      ))}
      <Folded
        inputs={inputs}
        language={viewer.language}
        open={kept.length > 0 || Object.keys(filling.typed).length > 0}
      >
        {inputs.map((input) => (
          <Field
            input={input}
            {...{ id, event, language: viewer.language, kept }}
            first={targets[0]}
          />
        ))}
      </Folded>
      {deciders.length > 0 ? (
        <Recorder
          {...{ themselves, recording, id }}
          people={about.people.filter((person) => deciders.includes(person.id))}
          faults={filling.faults}
          language={viewer.language}
        />
      ) : null}
      {children}
      <p class="actions">
        <button {...(props.look === undefined ? {} : { class: props.look })}>
          {props.send ?? title}
        </button>
      </p>
    </form>
  );
};

/** Where nothing has to be filled in, the button is what people come for: on a phone it must not lie below fields nobody uses. */
const Folded: FC<{
  inputs: readonly Input[];
  language: Language;
  open: boolean;
  children: Child;
}> = ({ inputs, language, open, children }) => {
  const labels = inputs.map(({ label }) => label);
  if (inputs.length === 0 || inputs.some(({ optional }) => !optional)) return <>{children}</>;
  const isUsed = open || inputs.some(({ fault }) => fault !== null);
  return (
    <details class="more optional-fields" open={isUsed}>
      <summary>{formWords[language].optionalFields(labels)}</summary>
      {children}
    </details>
  );
};
