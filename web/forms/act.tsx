/** `/act/<event>`: the one way by which pages send an event, to one or several workflows of a rectification. */
import { randomUUID } from 'node:crypto';
import type { FC } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Sent as Outcome } from '../../client';
import { eventWords } from '../../words/events';
import { formWords } from '../../words/pages/forms';
import { todoWords } from '../../words/pages/todo';
import { forbidden, notFound, page } from '../layout/respond';
import { pathOfOurs, seeOther } from '../layout/notice';
import { noteRefused } from '../layout/refused';
import { ActInPlace } from '../pages/todo/act';
import type { DutyAct } from '../pages/todo/duties';
import type { Viewer } from '../viewer';
import type { Part, WebContext, WebDeps } from '../web-env';
import { begunWith } from './about';
import { Answers, isDone, isOpen, nameOf, noticeOf } from './answer';
import { EventForm, type EventFormProps } from './event-form';
import { Row } from './field';
import { fileAll, type Kept } from './filed';
import { nothingTyped, rowOf, type Filling } from './inputs';
import { faultsIn, prefix, textsOf, typedIn, type Sent } from './read-form';
import { recordingIn, senderIn, type Recording } from './sender-form';
import { whatFor, WhatForPart, type WhatFor } from './what-for';
import { actIn, actingOn, isOnlyAct, type Act, type Acting, type NotHere } from './targets';

export const act: Part = (app, deps) => {
  app.get('/act/:event', async (c) => {
    const asked = await askedFor(c, deps, c.req.queries('target') ?? []);
    return asked instanceof Response ? asked : show(c, deps, asked, blank(c, asked));
  });
  app.get('/act/:event/row', async (c) => {
    const asked = await askedFor(c, deps, c.req.queries('target') ?? []);
    return asked instanceof Response ? asked : oneMoreRow(c, asked);
  });
  app.post('/act/:event', async (c) => {
    const form = await c.req.formData();
    const asked = await askedFor(c, deps, form.getAll('target').map(String));
    return asked instanceof Response ? asked : carryOut(c, deps, asked, form);
  });
};

type Asked = Act & Acting;

/** Who asks for what may not be done gets an answer and is noted; nobody learns of what they may not see. */
async function askedFor(
  c: WebContext,
  deps: WebDeps,
  chosen: readonly string[],
): Promise<Asked | Response> {
  const words = formWords[c.get('viewer').language];
  const act = actIn(c.req.param('event') ?? '', chosen);
  if (act === 'unknownEvent') return notFound(c, deps);
  if (typeof act === 'string')
    return page(c, deps, { title: words.refused(titleOf(c)), status: 400 }, <p>{words[act]}</p>);
  const acting = await actingOn(deps, c.get('viewer'), act);
  return typeof acting === 'string' ? turnedAway(c, deps, act, acting) : { ...act, ...acting };
}

async function turnedAway(c: WebContext, deps: WebDeps, act: Act, why: NotHere): Promise<Response> {
  await noteRefused(c, deps, why, { subject: subjectOf(c, act.targets[0] ?? '') });
  if (why === 'notSeen') return notFound(c, deps);
  return forbidden(c, deps, formWords[c.get('viewer').language][why]);
}

function subjectOf(c: WebContext, workflow: string): string {
  return `${c.req.param('event') ?? ''} ${workflow}`;
}

function titleOf(c: WebContext): string {
  const event = c.req.param('event') ?? '';
  return eventWords[c.get('viewer').language].titles[event as never] ?? event;
}

interface Shown {
  readonly filling: Filling;
  readonly kept: readonly Kept[];
  readonly recording: Recording;
  readonly commandId: string;
  readonly back: string;
  readonly status: ContentfulStatusCode;
  /** Said above the form. */
  readonly fault: string | null;
  readonly sent: readonly Outcome[];
}

function blank(c: WebContext, { event, about }: Asked): Shown {
  return {
    ...{ filling: { ...nothingTyped, typed: begunWith(event, about) }, kept: [] },
    recording: { decider: c.req.query('decider') ?? '', basis: '' },
    ...{ commandId: randomUUID(), back: backOf(c.req.query('back')) },
    ...{ status: 200 as const, fault: null, sent: [] },
  };
}

const backOf = (to: unknown): string => pathOfOurs(typeof to === 'string' ? to : null, '/todo');

async function show(c: WebContext, deps: WebDeps, asked: Asked, shown: Shown) {
  const what = await whatFor(deps, asked, c.get('viewer').language);
  const form = <Whole {...{ c, asked, shown, what }} />;
  if (c.req.header('hx-request') !== undefined && shown.status === 200) return c.html(form);
  return page(c, deps, { title: titleOf(c), status: shown.status }, form);
}

interface WholeProps {
  readonly c: WebContext;
  readonly asked: Asked;
  readonly shown: Shown;
  readonly what: WhatFor | null;
}

function Whole({ c, asked, shown, what }: WholeProps) {
  const viewer = c.get('viewer');
  const words = formWords[viewer.language];
  const { about, targets } = asked;
  return (
    <>
      {shown.fault === null ? null : (
        <p class="notice refused" role="alert">
          {shown.fault}
        </p>
      )}
      {shown.sent.length === 0 ? null : (
        <Answers sent={shown.sent} about={about} language={viewer.language} title={titleOf(c)} />
      )}
      <section class="card">
        <ul class="targets">
          {targets.map((target) => (
            <li>{nameOf(target, about, viewer.language)}</li>
          ))}
        </ul>
        <WhatForPart whatFor={what} viewer={viewer} />
        <EventForm {...formOf(c, asked, shown, what)} />
        <OtherAnswers asked={asked} viewer={viewer} what={what} back={shown.back} />
      </section>
      {viewer.only !== null ? null : (
        <p>
          <a href={shown.back}>{words.back}</a>
        </p>
      )}
    </>
  );
}

/** Who is asked to confirm may also say that it is not so. */
const OtherAnswers: FC<{ asked: Asked; viewer: Viewer; what: WhatFor | null; back: string }> = ({
  asked: { event, about, targets },
  viewer,
  what,
  back,
}) => {
  const [workflow = ''] = targets;
  const isOpen = (act: DutyAct) => isOnlyAct(viewer, { event: act.event, targets });
  const acts = (what?.duty.acts ?? []).filter((act) => act.event !== event && isOpen(act));
  return acts.length === 0 ? null : (
    <div class="acts">
      {acts.map((act) => (
        <ActInPlace {...{ act, workflow, viewer, back }} known={about} isFirst={false} />
      ))}
    </div>
  );
};

function formOf(c: WebContext, asked: Asked, shown: Shown, what: WhatFor | null): EventFormProps {
  const viewer = c.get('viewer');
  const { event, description, targets, about, person, mayRecord } = asked;
  const { filling, kept, recording, commandId, back, sent } = shown;
  return {
    ...{ viewer, event, description, targets, about, filling, kept, recording, commandId, back },
    deciders: mayRecord ? about.people.map(({ id }) => id).filter((id) => id !== person) : [],
    ...(event === 'approve' && what !== null ? { send: todoWords[viewer.language].confirm } : {}),
    ...(sent.some(isOpen) ? { send: formWords[viewer.language].again } : {}),
  };
}

function oneMoreRow(c: WebContext, { event, description, about }: Asked) {
  const { language } = c.get('viewer');
  const [name, begin] = [c.req.query('field') ?? '', c.req.query('id') ?? ''];
  const field = Object.hasOwn(description.fields, name) ? description.fields[name] : undefined;
  const row =
    field === undefined ? [] : rowOf(field, name, `n${randomUUID().slice(0, 8)}`, about, language);
  if (row.length === 0) return c.text('', 404);
  return c.html(<Row inputs={row} id={(each) => begin + each} {...{ event, language }} />);
}

async function carryOut(c: WebContext, deps: WebDeps, asked: Asked, form: FormData) {
  const { language } = c.get('viewer');
  const { description, about, event, person, mayRecord } = asked;
  const sent = textsOf(form);
  const commandId = commandIdIn(sent);
  const typed = typedIn(description.fields, sent);
  const recording = recordingIn(sent);
  const filed = await filedWith(deps, form, asked, language);
  const sender = senderIn(recording, { person, mayRecord, people: about.people }, language);
  const faults = {
    ...faultsIn(description.fields, typed, language),
    ...filed.faults,
    ...('faults' in sender ? sender.faults : {}),
  };
  const shown: Shown = {
    ...{ filling: { typed, faults, blankRows: 0 }, kept: filed.kept, recording, commandId },
    ...{ back: backOf(form.get('back')), status: 422 as const, fault: null, sent: [] },
  };
  if (form.has('more'))
    return show(c, deps, asked, { ...shown, filling: { typed, faults: {}, blankRows: 1 } });
  if (Object.keys(faults).length > 0 || !('by' in sender))
    return show(c, deps, asked, { ...shown, fault: formWords[language].faulty });
  const fields = { ...typed, ...filed.fields };
  const answers = await deps.zhenggai.send(asked.targets, event, {
    fields,
    commandId,
    ...sender.by,
  });
  return tell(c, deps, asked, { ...shown, sent: answers });
}

/** The form's own; no longer than any that we make. */
function commandIdIn(sent: Sent): string {
  const [, given = ''] = sent.find(([name]) => name === 'commandId') ?? [];
  return given === '' ? randomUUID() : given.slice(0, 100);
}

/** The event's field of files, filled. */
async function filedWith(
  deps: WebDeps,
  form: FormData,
  { description }: Act,
  language: 'zh' | 'en',
) {
  for (const [name, field] of Object.entries(description.fields)) {
    if (field.type !== 'list' || field.of.type !== 'file') continue;
    const { kept, fault } = await fileAll(
      deps,
      form,
      { chosen: prefix + name, kept: 'kept', most: field.max },
      language,
    );
    return {
      kept,
      fields: kept.length === 0 ? {} : { [name]: kept.map(({ file }) => file) },
      faults: fault === null ? {} : { [name]: fault },
    };
  }
  return { kept: [], fields: {}, faults: {} };
}

/** All done: on to where it came from. Else what came of each, and the form for what is left. */
async function tell(c: WebContext, deps: WebDeps, asked: Asked, shown: Shown) {
  const { sent } = shown;
  const viewer = c.get('viewer');
  for (const each of sent)
    if (each.outcome === 'refused')
      for (const { code, guard } of each.refused.why)
        if (code === 'forbidden')
          await noteRefused(c, deps, guard ?? code, { subject: subjectOf(c, each.workflow) });
  const text = noticeOf(sent, titleOf(c), viewer.language);
  if (sent.every(isDone)) {
    if (viewer.only === null) return seeOther(c, shown.back, { kind: 'done', text });
    // Nothing else is open to who came by a link.
    const answers = (
      <Answers {...{ sent, about: asked.about, language: viewer.language }} title={titleOf(c)} />
    );
    return page(c, deps, { title: titleOf(c) }, answers);
  }
  const isUncertain = sent.some(isOpen);
  const left = sent.filter((each) => !isDone(each) && isOpen(each) === isUncertain);
  return show(
    c,
    deps,
    { ...asked, targets: left.map(({ workflow }) => workflow) },
    {
      ...shown,
      status: isUncertain ? 503 : 409,
      // What was refused is noted under its id; another attempt is another command.
      commandId: isUncertain ? shown.commandId : randomUUID(),
    },
  );
}
