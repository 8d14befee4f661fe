/** One act of a duty: a button, a form that unfolds in place, or the way to a page of its own. */
import { randomUUID } from 'node:crypto';
import type { FC } from 'hono/jsx';
import type { EventDescription } from '../../../engine/core';
import { problemEvents } from '../../../machines';
import { eventWords } from '../../../words/events';
import type { Known } from '../../forms/about';
import { EventForm } from '../../forms/event-form';
import type { Viewer } from '../../viewer';
import type { DutyAct } from './duties';

interface ActProps {
  readonly act: DutyAct;
  readonly workflow: string;
  readonly known: Known;
  readonly viewer: Viewer;
  readonly back: string;
  readonly isFirst: boolean;
  /** The button's own word; the event's title where it is not given. */
  readonly label?: string | undefined;
}

export const ActInPlace: FC<ActProps> = (props) => {
  const { act, workflow, known, viewer, back, isFirst } = props;
  const label = props.label ?? eventWords[viewer.language].titles[act.event];
  const look = isFirst ? 'button' : 'button second';
  if (act.fields === null)
    return (
      <a class={look} href={actPath(act.event, workflow, back)}>
        {label}
      </a>
    );
  const form = (
    <EventForm
      {...{ viewer, back, about: known, event: act.event, targets: [workflow], send: label }}
      description={narrowed(problemEvents[act.event as keyof typeof problemEvents], act.fields)}
      commandId={randomUUID()}
      {...(isFirst ? {} : { look: 'second' as const })}
    />
  );
  if (act.fields.length === 0) return form;
  return (
    <details class="unfold" id={`${act.event}-${workflow.replaceAll('/', '-')}`}>
      <summary class={look}>{label}</summary>
      {form}
    </details>
  );
};

/** The form of an event on a page of its own. */
export function actPath(event: string, workflow: string, back: string): string {
  return `/act/${event}?${new URLSearchParams({ target: workflow, back }).toString()}`;
}

function narrowed(description: EventDescription, names: readonly string[]): EventDescription {
  const fields = Object.entries(description.fields).filter(([name]) => names.includes(name));
  return { ...description, fields: Object.fromEntries(fields) };
}
