/** What the viewer has to do about rectifications as a whole: plan, reports, publicity, look-back. From the workflows themselves. */
import type { RectificationView, Zhenggai } from '../../../client';
import { NoWorkerAnswers, ServerUnreachable, TargetUnknown } from '../../../client';
import type { FC } from 'hono/jsx';
import type { Language } from '../../../words/catalogue';
import { eventWords } from '../../../words/events';
import { todoWords } from '../../../words/pages/todo';
import { waitWords } from '../../../words/waits';
import type { Wait } from '../../../domain/schedule';
import type { RectificationEventType } from '../../../machines';
import { roundPath } from '../../rounds/paths';
import { actPath } from './act';
import type { OwnRound } from './read-todo';

/** What is a duty of somebody's when it is possible, and the date that it has. */
const wholeDuties: Readonly<Partial<Record<RectificationEventType, Wait>>> = {
  submitPlan: 'plan',
  approvePlan: 'review',
  returnPlan: 'review',
  reportProgress: 'progress',
  submitReport: 'report',
  approveReport: 'review',
  returnReport: 'review',
  publish: 'report',
  concludeLookBack: 'lookBack',
};

export interface WholeDuty {
  readonly event: RectificationEventType;
  readonly due: string | null;
}

/** Pure: of what the viewer may do, what is to be done, with its date. */
export function wholeDutiesOf({ may, context }: Pick<RectificationView, 'may' | 'context'>) {
  return may.flatMap(({ type }): readonly WholeDuty[] => {
    const event = type as RectificationEventType;
    const wait = wholeDuties[event];
    if (wait === undefined) return [];
    return [{ event, due: context.waits[wait]?.schedule?.dueOn ?? null }];
  });
}

export interface Whole {
  readonly own: OwnRound;
  readonly duties: readonly WholeDuty[];
  readonly owing: readonly string[];
}

/** Null while the workflow service does not answer. */
export async function readWholes(
  zhenggai: Pick<Zhenggai, 'rectification'>,
  rounds: readonly OwnRound[],
): Promise<readonly Whole[] | null> {
  try {
    const all = await Promise.all(rounds.map((own) => readWhole(zhenggai, own)));
    return all.filter(({ duties }) => duties.length > 0);
  } catch (error) {
    if (error instanceof ServerUnreachable || error instanceof NoWorkerAnswers) return null;
    throw error;
  }
}

async function readWhole(zhenggai: Pick<Zhenggai, 'rectification'>, own: OwnRound): Promise<Whole> {
  try {
    const view = await zhenggai.rectification(own.round.workflow, own.person);
    return { own, duties: wholeDutiesOf(view), owing: view.context.owing };
  } catch (error) {
    if (error instanceof TargetUnknown) return { own, duties: [], owing: [] };
    throw error;
  }
}

export const Wholes: FC<{ wholes: readonly Whole[] | null; language: Language }> = ({
  wholes,
  language,
}) => {
  const words = todoWords[language];
  if (wholes === null) return <p class="notice">{words.wholeAway}</p>;
  if (wholes.length === 0) return <p class="soft">{words.wholeNone}</p>;
  return (
    <ul class="cards">
      {wholes.map((whole) => (
        <WholeCard whole={whole} language={language} />
      ))}
    </ul>
  );
};

const WholeCard: FC<{ whole: Whole; language: Language }> = ({ whole, language }) => {
  const { own, duties, owing } = whole;
  const words = todoWords[language];
  const reports = duties.some(({ event }) => event === 'reportProgress') && owing.length > 0;
  return (
    <li class="card">
      <h3>
        <a href={roundPath(own.round.id)}>{own.round.title}</a>
      </h3>
      {duties
        .filter(
          ({ due }, index) =>
            due !== null && duties.findIndex((each) => each.due === due) === index,
        )
        .map(({ event, due }) => (
          <p class="soft">{`${waitWords[language][wholeDuties[event] ?? 'report']} ${due ?? ''}`}</p>
        ))}
      {reports ? <p class="soft">{words.owing(owing.join('、'))}</p> : null}
      <p class="actions">
        {duties.map(({ event }, index) => (
          <a
            class={index === 0 ? 'button' : 'button second'}
            href={actPath(event, own.round.workflow, '/todo')}
          >
            {eventWords[language].titles[event]}
          </a>
        ))}
      </p>
    </li>
  );
};
