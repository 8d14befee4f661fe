/** What a person should settle, each with a touch that says it was read rightly. */
import type { FC } from 'hono/jsx';
import { receptionWords } from '../../../words/pages/reception';
import { Csrf } from '../../layout/page';
import type { Viewer } from '../../viewer';
import type { Asked } from './sheet-view';

interface QuestionsProps {
  readonly viewer: Viewer;
  readonly draft: string;
  readonly questions: readonly Asked[];
}

export const Questions: FC<QuestionsProps> = ({ viewer, draft, questions }) => {
  const words = receptionWords[viewer.language];
  if (questions.length === 0) return null;
  return (
    <ul class="questions">
      {questions.map(({ key, field, at, why, seq }) => (
        <li>
          <form method="post" action={`/reception/${draft}/settle`}>
            <Csrf viewer={viewer} />
            <input type="hidden" name="question" value={key} />
            {seq === null ? null : <input type="hidden" name="seq" value={String(seq)} />}
            <span>
              <strong>{words.ask(termOf(field, words.fields), at)}</strong> {why}
            </span>
            <button class="second">{words.settle}</button>
          </form>
        </li>
      ))}
    </ul>
  );
};

/** `measures[2].due` goes by its first part. */
function termOf(field: string, fields: Readonly<Record<string, string>>): string {
  const whole = field.replace(/[.[].*$/, '');
  return fields[whole] ?? whole;
}
