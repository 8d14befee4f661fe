/** A list as it was read, and correcting it. */
import { corrected, saidOf, type Correction } from '../../../documents/correcting/corrected';
import { previewOf } from '../../../documents/preview/preview';
import { isPlainDate } from '../../../domain/plain-date';
import { PolicyError } from '../../../domain/policy-error';
import { readPolicy } from '../../../domain/policy-schema';
import { receptionWords } from '../../../words/pages/reception';
import { notFound, page } from '../../layout/respond';
import type { WebApp, WebContext, WebDeps } from '../../web-env';
import { choosable, earlierOf, policyOf } from './beginning';
import { changeDraft, stageOf, type Draft, type DraftContent } from './draft';
import { download } from './list-routes';
import { opened } from './opened';
import { ProblemEditor } from './problem-editor';
import { problemFormOf, textIn, type FormFault } from './problem-form';
import type { Receivings } from './receivings';
import { allOf, bodyOf, fileOf, textsOf } from './sent';
import { sheetView } from './sheet-view';
import { SheetPage } from './sheet-page';

export function sheetRoutes(app: WebApp, deps: WebDeps, receivings: Receivings): void {
  const { ledger, now } = deps;

  const sheet = async (
    c: WebContext,
    draft: Draft,
    mistakes: readonly string[] = [],
  ): Promise<Response> => {
    const viewer = c.get('viewer');
    const words = receptionWords[viewer.language];
    const earlier = choosable(await earlierOf(deps, draft.unit));
    const notice = c.req.query('saved') === undefined ? null : words.saved;
    return page(
      c,
      deps,
      { title: words.title, status: mistakes.length === 0 ? 200 : 422 },
      <SheetPage {...{ viewer, draft, sheet: sheetView(draft), earlier, notice, mistakes }} />,
    );
  };

  const change = async (
    c: WebContext,
    draft: Draft,
    to: string,
    how: (content: DraftContent) => DraftContent,
  ): Promise<Response> => {
    await changeContent(deps, draft.id, how);
    return c.redirect(`/reception/${draft.id}?saved${to}`, 303);
  };

  const correct = (c: WebContext, draft: Draft, to: string, ...all: readonly Correction[]) =>
    change(c, draft, to, (content) => ({
      ...content,
      feedback: all.reduce(corrected, content.feedback),
    }));

  app.get('/reception/:draft', (c) =>
    opened(c, deps, (draft) => {
      const stage = stageOf(draft, now(), receivings.isHere(draft.id));
      const isOpen = stage === 'open' || c.req.query('edit') !== undefined;
      return isOpen || c.req.query('saved') !== undefined
        ? sheet(c, draft)
        : c.redirect(`/reception/${draft.id}/progress`, 303);
    }),
  );

  app.get('/reception/:draft/list.yaml', (c) =>
    opened(c, deps, ({ name, content }) => {
      const text = previewOf(content.feedback, name);
      return download(c, new TextEncoder().encode(text), `${name}.yaml`, 'application/yaml');
    }),
  );

  app.post('/reception/:draft/file', (c) =>
    opened(c, deps, async (draft) => {
      const sent = textsOf(await bodyOf(c));
      const date = (name: string) => {
        const text = textIn(sent, name);
        return text !== null && isPlainDate(text) ? text : null;
      };
      return correct(c, draft, '#facts', {
        ...{ kind: 'file', feedbackOn: date('feedbackOn') },
        ...{ inspectedBy: textIn(sent, 'inspectedBy') },
        inspection: { from: date('from'), to: date('to') },
      });
    }),
  );

  app.post('/reception/:draft/settle', (c) =>
    opened(c, deps, async (draft) => {
      const body = await bodyOf(c);
      const to = allOf(body, 'seq').map((seq) => `#p-${Number(seq)}`)[0] ?? '#told';
      return correct(c, draft, to, { kind: 'settle', questions: allOf(body, 'question') });
    }),
  );

  app.post('/reception/:draft/as-is', (c) =>
    opened(c, deps, async (draft) => {
      const asIs = (await bodyOf(c))['asIs'] === 'yes';
      return change(c, draft, '#with', (content) => ({ ...content, asIs }));
    }),
  );

  app.post('/reception/:draft/policy', (c) =>
    opened(c, deps, async (draft) => {
      const taken = await policyTaken(c, deps, draft);
      if ('mistakes' in taken) return sheet(c, draft, taken.mistakes);
      return change(c, draft, '#with', (content) => ({ ...content, ...taken }));
    }),
  );

  app.post('/reception/:draft/discard', (c) =>
    opened(c, deps, async (draft) => {
      const stage = stageOf(draft, now(), receivings.isHere(draft.id));
      if (stage !== 'receiving') await ledger.drafts.remove(draft.id);
      return c.redirect('/reception', 303);
    }),
  );

  const editor = (
    c: WebContext,
    draft: Draft,
    { said, faults, seq }: Editing,
  ): Response | Promise<Response> => {
    const viewer = c.get('viewer');
    const { feedback, people } = draft.content;
    const view = sheetView(draft).problems.find(({ problem }) => problem.seq === seq);
    const known = {
      names: people.map(({ name }) => name),
      departments: [
        ...new Set([
          ...people.flatMap(({ department }) => department ?? []),
          ...feedback.problems.flatMap(({ department }) => department ?? []),
        ]),
      ],
    };
    const form = (
      <ProblemEditor
        {...{ viewer, draft: draft.id, seq, said, faults, known, questions: view?.questions ?? [] }}
      />
    );
    const status = faults.length === 0 ? 200 : 422;
    if (c.req.header('hx-request') !== undefined && c.req.method === 'GET') return c.html(form);
    return page(c, deps, { title: receptionWords[viewer.language].title, status }, form);
  };

  app.get('/reception/:draft/problems/:seq', (c) =>
    opened(c, deps, (draft) => {
      const seq = seqIn(c);
      if (seq === null) return editor(c, draft, { seq, said: problemFormOf({}).said, faults: [] });
      const problem = draft.content.feedback.problems.find((each) => each.seq === seq);
      if (problem === undefined) return notFound(c, deps);
      return editor(c, draft, { seq, said: saidOf(problem), faults: [] });
    }),
  );

  app.post('/reception/:draft/problems/:seq', (c) =>
    opened(c, deps, async (draft) => {
      const [seq, body] = [seqIn(c), await bodyOf(c)];
      const { said, faults } = problemFormOf(textsOf(body));
      if (faults.length > 0) return editor(c, draft, { seq, said, faults });
      if (seq === null) return correct(c, draft, '#problems', { kind: 'add', said });
      return correct(
        c,
        draft,
        `#p-${seq}`,
        { kind: 'problem', seq, said },
        { kind: 'settle', questions: allOf(body, 'question') },
      );
    }),
  );

  app.post('/reception/:draft/problems/:seq/remove', (c) =>
    opened(c, deps, (draft) => {
      const seq = seqIn(c);
      if (seq === null) return notFound(c, deps);
      return correct(c, draft, '#problems', { kind: 'remove', seq });
    }),
  );
}

interface Editing {
  readonly seq: number | null;
  readonly said: ReturnType<typeof saidOf>;
  readonly faults: readonly FormFault[];
}

/** Null: `new`. */
function seqIn(c: WebContext): number | null {
  const seq = Number(c.req.param('seq'));
  return Number.isInteger(seq) ? seq : null;
}

/** What is being received, or is, is not changed under it. */
export async function changeContent(
  { ledger, now }: Pick<WebDeps, 'ledger' | 'now'>,
  id: string,
  how: (content: DraftContent) => DraftContent,
): Promise<void> {
  await changeDraft(ledger.drafts, id, now(), ({ content, receiving }) =>
    receiving !== null && receiving.outcome === null ? null : { content: how(content) },
  );
}

type PolicyTaken =
  Pick<DraftContent, 'policy' | 'policyFrom'> | { readonly mistakes: readonly string[] };

/** A file before what was chosen from the list. */
async function policyTaken(c: WebContext, deps: WebDeps, draft: Draft): Promise<PolicyTaken> {
  const body = await bodyOf(c);
  const file = await fileOf(body);
  const standard = deps.standardPolicy;
  if (file !== null) {
    try {
      const policy = readPolicy(new TextDecoder().decode(file.bytes), file.name, standard);
      return { policy, policyFrom: { kind: 'file', name: file.name } };
    } catch (error) {
      if (error instanceof PolicyError) return { mistakes: error.message.split('\n') };
      throw error;
    }
  }
  const [from] = (await earlierOf(deps, draft.unit)).filter(({ id }) => id === body['source']);
  const policy = from === undefined ? null : await policyOf(deps, from.id);
  if (from === undefined || policy === null)
    return { policy: standard, policyFrom: { kind: 'standard' } };
  return { policy, policyFrom: { kind: 'rectification', id: from.id } };
}
