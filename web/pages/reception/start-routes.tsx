/** Looking at what will be started, starting it, and how far it has come. */
import { chineseCalendar } from '../../../calendar/chinese';
import { NoWorkerAnswers, Refusal, ServerUnreachable, type Comparison } from '../../../client';
import type { Reception } from '../../../domain/reception';
import { receptionWords } from '../../../words/pages/reception';
import { refusalText } from '../../../words/refusals';
import { page } from '../../layout/respond';
import type { Language } from '../../../words/catalogue';
import type { WebApp, WebContext, WebDeps } from '../../web-env';
import { CheckPage } from './check-page';
import { changeDraft, readDraft, stageOf, type Draft } from './draft';
import { opened, receiverFor } from './opened';
import { outlookOf, type Outlook } from './outlook';
import { ProgressPart } from './progress-part';
import { isAway, type Receivings } from './receivings';
import { bodyOf, textsOf } from './sent';
import { textIn } from './problem-form';

export function startRoutes(app: WebApp, deps: WebDeps, receivings: Receivings): void {
  const { ledger, now } = deps;
  const stage = (draft: Draft) => stageOf(draft, now(), receivings.isHere(draft.id));

  const check = async (c: WebContext, draft: Draft, fault: string | null): Promise<Response> => {
    const viewer = c.get('viewer');
    const outlook = outlookFor(c, draft, now());
    const comparison = outlook.kind === 'ready' ? await compared(deps, outlook.reception) : null;
    const by = receiverFor(viewer, draft.unit);
    const byName = draft.content.people.find(({ id }) => id === by)?.name ?? by ?? '';
    return page(
      c,
      deps,
      {
        title: receptionWords[viewer.language].checkTitle,
        status: fault === null ? 200 : 422,
      },
      <CheckPage {...{ viewer, draft, outlook, comparison, byName, fault }} />,
    );
  };

  app.get('/reception/:draft/check', (c) => opened(c, deps, (draft) => check(c, draft, null)));

  app.post('/reception/:draft/start', (c) =>
    opened(c, deps, async (draft) => {
      const toProgress = () => c.redirect(`/reception/${draft.id}/progress`, 303);
      // A second touch finds it under way, or done, and looks on.
      if (stage(draft) === 'receiving') return toProgress();
      const { language } = c.get('viewer');
      const sent = textsOf(await bodyOf(c));
      const fault = await faultOf(c, deps, draft, sent['agreed'] !== undefined);
      if (fault !== null) return check(c, draft, fault);
      const begun = await begin(c, deps, draft, textIn(sent, 'amend'));
      if (begun !== null)
        void receivings.begin({ ...begun, whyFailed: (error) => whyFailed(error, language) });
      return toProgress();
    }),
  );

  app.get('/reception/:draft/progress', (c) =>
    opened(c, deps, async ({ id }) => {
      const draft = await readDraft(ledger.drafts, id);
      if (draft === null) return c.redirect('/reception', 303);
      const viewer = c.get('viewer');
      const at = stage(draft);
      if (at === 'open') return c.redirect(`/reception/${id}`, 303);
      const part = <ProgressPart {...{ viewer, draft, stage: at }} />;
      if (c.req.header('hx-request') !== undefined) return c.html(part);
      return page(c, deps, { title: receptionWords[viewer.language].stages[at] }, part);
    }),
  );
}

function outlookFor(c: WebContext, draft: Draft, now: string): Outlook {
  const person = receiverFor(c.get('viewer'), draft.unit);
  return outlookOf(draft, person, draft.receiving?.at ?? now, chineseCalendar);
}

/** Null while the server does not answer: what is in the list can be looked at all the same. */
async function compared(
  { zhenggai }: Pick<WebDeps, 'zhenggai'>,
  reception: Reception,
): Promise<Comparison | null> {
  try {
    return await zhenggai.compare(reception);
  } catch (error) {
    if (error instanceof ServerUnreachable || error instanceof NoWorkerAnswers) return null;
    throw error;
  }
}

/** Why it cannot be started, in words; null where it can. */
async function faultOf(
  c: WebContext,
  { ledger, now }: WebDeps,
  draft: Draft,
  agreed: boolean,
): Promise<string | null> {
  const words = receptionWords[c.get('viewer').language];
  const outlook = outlookFor(c, draft, now());
  if (outlook.kind === 'blocked') return words.blocked[outlook.by.kind];
  const isResumed = draft.receiving !== null;
  if (draft.content.feedback.questions.length > 0 && !agreed && !isResumed) return words.mustAgree;
  // An id is made from unit and day: nobody else's can be hit but by an accident of its hash.
  const [known] = await ledger.rectifications([outlook.reception.id]);
  return known !== undefined && known.unit !== draft.unit ? words.idTaken : null;
}

/** Notes that it begins; null where somebody else was quicker. */
async function begin(c: WebContext, { ledger, now }: WebDeps, draft: Draft, reason: string | null) {
  const outlook = outlookFor(c, draft, now());
  const by = receiverFor(c.get('viewer'), draft.unit);
  if (outlook.kind === 'blocked' || by === null) return null;
  const [at, amend] = [draft.receiving?.at ?? now(), reason ?? draft.receiving?.amend ?? null];
  const isOurs = await changeDraft(ledger.drafts, draft.id, now(), ({ version }) =>
    version === draft.version
      ? { receiving: { at, by, amend, progress: null, aliveAt: now(), outcome: null } }
      : null,
  );
  const { reception } = outlook;
  return isOurs ? { draft: draft.id, reception, by, amend } : null;
}

function whyFailed(error: unknown, language: Language): string {
  const { failed } = receptionWords[language];
  if (error instanceof Refusal) return failed.refused(refusalText(error.refused, language));
  return isAway(error) ? failed.away : failed.other;
}
