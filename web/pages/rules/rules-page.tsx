/** `/rules/<rectification>`: the policy in words, an example, who reviews, who is who. */
import type { FC } from 'hono/jsx';
import type { Calendar } from '../../../domain/calendar';
import type { Finding } from '../../../domain/finding';
import type { Person } from '../../../domain/people';
import type { Policy } from '../../../domain/policy';
import type { PlainDate } from '../../../domain/words';
import { seqWords } from '../../../domain/seq-words';
import type { Language } from '../../../words/catalogue';
import { rulesWords } from '../../../words/pages/rules';
import { terms } from '../../../words/terms';
import { Lamp } from '../../layout/lamp';
import { PeopleCards } from './people-cards';
import { PolicyInWords } from './policy-in-words';
import type { StepsOf, TakenStep } from './steps-view';
import { workedDates, workedLadder, workedLadders } from './worked-dates';

interface RulesProps {
  readonly language: Language;
  /** Null: the server does not answer. */
  readonly policy: Policy | null;
  readonly people: readonly Person[];
  readonly from: PlainDate;
  readonly calendar: Calendar;
  readonly steps: readonly StepsOf[];
  readonly gaps: readonly Finding[];
  /** Whether a person's addresses may be seen. */
  readonly addressesOf: (id: string) => boolean;
}

export const RulesPage: FC<RulesProps> = (props) => {
  const { language, policy, people, addressesOf } = props;
  const words = rulesWords[language];
  return (
    <>
      <p class="soft">{words.frozen}</p>
      {policy === null ? (
        <p class="notice">{words.away}</p>
      ) : (
        <>
          <Gaps {...props} />
          <Steps {...props} policy={policy} />
          <Example {...props} policy={policy} />
          <Ladders {...props} policy={policy} />
          <PolicyInWords {...{ language, policy }} />
        </>
      )}
      <PeopleCards {...{ language, people, addressesOf }} />
    </>
  );
};

type WithPolicy = RulesProps & { readonly policy: Policy };

const Gaps: FC<RulesProps> = ({ language, gaps }) => {
  const words = rulesWords[language];
  if (gaps.length === 0) return <p class="notice done">{words.noGaps}</p>;
  return (
    <section class="notice refused">
      <h2>{words.gaps}</h2>
      <ul>
        {gaps.map(({ level, message }) => (
          <li>
            <strong>{words.level[level]}</strong> {message}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Steps: FC<WithPolicy> = ({ language, steps, policy }) => {
  const words = rulesWords[language];
  const { roles } = terms[language];
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{words.steps}</h2>
      <p class="soft">{words.stepsHint}</p>
      <div class="scroll" tabindex={0} role="region" aria-label={words.submitter}>
        <table>
          <thead>
            <tr>
              {[words.whose, words.department, words.submitter].map((head) => (
                <th scope="col">{head}</th>
              ))}
              {policy.review.chain.map((step) => (
                <th scope="col">{roles[step]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ seqs, department, submitter, steps: taken }) => (
              <tr>
                <th scope="row">
                  {seqs.length === 0 ? words.all : words.problems(seqWords(seqs))}
                </th>
                <td>{department ?? ''}</td>
                <td>{submitter ?? ''}</td>
                {taken.map((step) => (
                  <td>
                    <Taken {...{ language, step }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const Taken: FC<{ language: Language; step: TakenStep }> = ({ language, step }) => {
  const words = rulesWords[language];
  if (step.because === 'nobody') return <span class="fault">{words.nobody}</span>;
  const because = words.because[step.because];
  return (
    <>
      {step.who.join('、')}
      {because === '' ? null : <span class="soft">（{because}）</span>}
    </>
  );
};

const Example: FC<WithPolicy> = ({ language, policy, from, calendar }) => {
  const words = rulesWords[language];
  const dates = workedDates(policy, from, calendar);
  return (
    <section aria-labelledby="example">
      <h2 id="example">{words.exampleTitle}</h2>
      <form method="get" class="actions">
        <label class="inline" for="from">
          {words.exampleFrom}
        </label>
        <input type="date" id="from" name="from" value={from} class="narrow" />
        <button class="second">{words.work}</button>
      </form>
      <p class="soft">{words.exampleHint}</p>
      {policy.timeScale === null ? null : (
        <p class="soft">{words.demo(policy.timeScale.daySeconds)}</p>
      )}
      <ul class="cards small">
        {dates.map(({ of, day, because, provisional }) => (
          <li class="card">
            <strong>{words.dates[of]}</strong>
            <p>
              <time datetime={day}>{day}</time>
            </p>
            {provisional ? <p class="hint">{words.provisional}</p> : null}
            <details class="more">
              <summary>{words.why}</summary>
              {because.map((sentence) => (
                <p>{sentence}</p>
              ))}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Ladders: FC<WithPolicy> = ({ language, policy, from, calendar }) => {
  const words = rulesWords[language];
  const { roles } = terms[language];
  return (
    <section aria-labelledby="ladders">
      <h2 id="ladders">{words.ladders}</h2>
      {workedLadders.map((wait, index) => (
        <details class="more" open={index === 0}>
          <summary>{words.ladderOf[wait]}</summary>
          <div class="scroll" tabindex={0} role="region" aria-label={words.ladderOf[wait]}>
            <table>
              <thead>
                <tr>
                  {[words.day, words.lamp, words.told, words.reason].map((head) => (
                    <th scope="col">{head}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {workedLadder(wait, policy, from, calendar).map(({ day, lamp, audience, why }) => (
                  <tr>
                    <td class="day">{day}</td>
                    <td>
                      <Lamp lamp={lamp} language={language} />
                    </td>
                    <td>
                      {audience.length === 0
                        ? words.nobodyTold
                        : audience.map((role) => roles[role]).join('、')}
                    </td>
                    <td>{why}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </section>
  );
};
