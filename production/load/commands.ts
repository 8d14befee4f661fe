/** Handlers report at a steady pace, by the API and by the form in turn; every tenth is sent twice at once, as by a double click. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { crowdId, handlerOf, problemCount } from '../../bench/pages/crowd';
import type { Visitor } from '../../bench/pages/visitor';
import type { SentCommand } from '../../chaos/model/tally';
import { problemId } from '../../domain/ids';

export interface Commanding {
  /** By person. */
  readonly visitors: ReadonlyMap<string, Visitor>;
  readonly aSecond: number;
  /** ms since 1970 */
  readonly until: number;
}

/** Resolves when each has its answer, or is known to have none. */
export async function command({
  visitors,
  aSecond,
  until,
}: Commanding): Promise<readonly SentCommand[]> {
  const sent: Promise<SentCommand | null>[] = [];
  const began = Date.now();
  for (let turn = 0; Date.now() < until; turn += 1) {
    const problem = turn % problemCount;
    const visitor = visitors.get(handlerOf(problem));
    if (visitor !== undefined) {
      const by = turn % 2 === 0 ? byApi : byForm;
      sent.push(by(visitor, problem + 1, turn).catch(() => null));
    }
    await pause(Math.max(0, began + ((turn + 1) * 1000) / aSecond - Date.now()));
  }
  return (await Promise.all(sent)).filter((each) => each !== null);
}

type Send = (visitor: Visitor, seq: number, turn: number) => Promise<SentCommand>;

const isTwice = (turn: number): boolean => turn % 10 < 2;

const byApi: Send = async (visitor, seq, turn) => {
  const id = randomUUID();
  const path = `/api/v1/rectifications/${crowdId}/problems/${seq}/events/report`;
  const once = async () => {
    const { status, text } = await visitor.post(path, { text: textOf(turn) }, id);
    return status === 200 ? (JSON.parse(text) as { readonly sequence: number }).sequence : null;
  };
  return sentOf(seq, id, await times(turn, once));
};

const byForm: Send = async (visitor, seq, turn) => {
  const target = problemId(crowdId, seq);
  const form = await visitor.get(`/act/report?${new URLSearchParams({ target }).toString()}`);
  const id = /name="commandId" value="([^"]+)"/.exec(form.text)?.[1];
  if (id === undefined) throw new Error(`there is no form for ${target}`);
  const fields = new URLSearchParams({ target, commandId: id, back: '/todo' });
  fields.set('f.text', textOf(turn));
  const once = async () => {
    const { status } = await visitor.submit('/act/report', fields);
    return status === 303 ? 'taken' : null;
  };
  return sentOf(seq, id, await times(turn, once));
};

const textOf = (turn: number): string => `第${turn + 1}次报告进展`;

/** One that has no answer counts for none. */
async function times<Answer>(
  turn: number,
  once: () => Promise<Answer | null>,
): Promise<readonly (Answer | null)[]> {
  const all = isTwice(turn) ? [once(), once()] : [once()];
  return Promise.all(all.map((each) => each.catch(() => null)));
}

function sentOf(
  seq: number,
  id: string,
  answers: readonly (number | 'taken' | null)[],
): SentCommand {
  return {
    ...{ workflow: problemId(crowdId, seq), id, event: 'report', as: 'update' as const },
    answers: answers.filter((each) => typeof each === 'number'),
    taken: answers.some((each) => each !== null),
    sendings: answers.length,
  };
}
