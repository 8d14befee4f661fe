/** What came of an event, in words: what was done, what was refused and what is possible instead, what may be sent again. */
import type { FC } from 'hono/jsx';
import type { Sent } from '../../client';
import type { Language } from '../../words/catalogue';
import { eventWords } from '../../words/events';
import { formWords } from '../../words/pages/forms';
import { rectificationTitleIn } from '../../words/rectification-title';
import { refusalText } from '../../words/refusals';
import type { About } from './about';

/** Nothing more is to be done about these. */
export function isDone({ outcome }: Sent): boolean {
  return outcome === 'accepted';
}

/** It is not known what came of it: the same is sent again. */
export function isOpen({ outcome }: Sent): boolean {
  return outcome === 'unknown' || outcome === 'unreachable';
}

/** What is said on the page that follows. */
export function noticeOf(sent: readonly Sent[], title: string, language: Language): string {
  const words = formWords[language];
  const again = sent.every((each) => each.outcome === 'accepted' && each.answer.duplicate);
  return again ? words.repeated(title) : words.accepted(title, sent.length);
}

/** Each target by itself. */
export const Answers: FC<{
  sent: readonly Sent[];
  about: About;
  language: Language;
  title: string;
}> = ({ sent, about, language, title }) => (
  <ul class="answers">
    {sent.map((each) => (
      <li
        class={`notice ${isDone(each) ? 'done' : 'refused'}`}
        {...(isDone(each) ? {} : { role: 'alert' })}
      >
        {sent.length > 1 || !isDone(each) ? (
          <strong>{nameOf(each.workflow, about, language)}</strong>
        ) : null}
        <Answer sent={each} language={language} title={title} />
      </li>
    ))}
  </ul>
);

const Answer: FC<{ sent: Sent; language: Language; title: string }> = ({
  sent,
  language,
  title,
}) => {
  const words = formWords[language];
  switch (sent.outcome) {
    case 'accepted':
      return <p>{noticeOf([sent], title, language)}</p>;
    case 'refused':
      return (
        <>
          <p>{`${words.refused(title)}：${refusalText(sent.refused, language)}`}</p>
          <Instead workflow={sent.workflow} events={sent.refused.accepts} language={language} />
        </>
      );
    case 'notFound':
      return <p>{words.notFound}</p>;
    case 'unreachable':
      return <p>{words.unreachable}</p>;
    case 'unknown':
      return <p>{words.unknown}</p>;
  }
};

const Instead: FC<{ workflow: string; events: readonly string[]; language: Language }> = ({
  workflow,
  events,
  language,
}) => {
  const words = formWords[language];
  if (events.length === 0) return <p>{words.insteadNothing}</p>;
  return (
    <p>
      {words.insteadNow}
      {events.map((event) => (
        <a
          class="instead"
          href={`/act/${event}?${new URLSearchParams({ target: workflow }).toString()}`}
        >
          {eventWords[language].titles[event as never] ?? event}
        </a>
      ))}
    </p>
  );
};

/** `第3项 …`, or the rectification by its unit. */
export function nameOf(workflow: string, about: About, language: Language): string {
  const words = formWords[language];
  const problem = about.problems.find((each) => each.workflow === workflow);
  if (problem !== undefined) return words.targetOf(problem.seq, problem.title ?? '');
  const { unit, feedback_on: feedbackOn } = about.rectification;
  return rectificationTitleIn(language, unit, feedbackOn);
}
