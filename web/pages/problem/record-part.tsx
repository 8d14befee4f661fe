/** The part of a problem's page that the record knows: where it stands, its dates and why, measures, evidence, what happened. */
import type { Child, FC } from 'hono/jsx';
import type { JournalLine } from '../../../ledger';
import { planDayAt } from '../../../domain/plan-clock';
import { localTime } from '../../../machines/local-time';
import { Statechart } from '../../chart/statechart';
import { choices } from '../../../words/choices';
import type { Language } from '../../../words/catalogue';
import { eventWords } from '../../../words/events';
import { problemWords } from '../../../words/pages/problem';
import { terms, termOf } from '../../../words/terms';
import { waitWords } from '../../../words/waits';
import { measuresOf, subFindingsOf } from '../../forms/about';
import { Lamp } from '../../layout/lamp';
import { roundPath } from '../../rounds/paths';
import { datesOf } from './dates';
import { evidencePath, sizeWords } from './filed-files';
import { machineOf } from './machine-of';
import type { ProblemPage } from './read-problem';
import { Timeline } from './timeline-part';

interface Shown {
  readonly problem: ProblemPage;
  readonly language: Language;
}

export const RecordPart: FC<Shown & { readonly all: boolean }> = ({ problem, language, all }) => {
  const words = problemWords[language];
  return (
    <>
      <section class="card">
        <Facts problem={problem} language={language} />
      </section>
      <section>
        <h2>{words.dates}</h2>
        <Dates problem={problem} language={language} />
      </section>
      <section>
        <h2>{words.drawing}</h2>
        <Drawing problem={problem} language={language} />
      </section>
      <Measures problem={problem} language={language} />
      <SubFindings problem={problem} language={language} />
      <Evidence problem={problem} language={language} />
      <Timeline problem={problem} language={language} all={all} />
    </>
  );
};

const Facts: FC<Shown> = ({ problem: { row, round, people }, language }) => {
  const words = problemWords[language];
  const { facts } = row;
  const text = (name: string): string | null => {
    const value = facts[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const names = (value: unknown): string =>
    (Array.isArray(value) ? value : [value])
      .flatMap((id) =>
        typeof id === 'string' ? [people.find((each) => each.id === id)?.name ?? id] : [],
      )
      .join('、');
  const extensions = Number(facts['extensions'] ?? 0);
  const withheld = text('withheld');
  return (
    <dl class="facts">
      <Fact label={words.stage}>
        {termOf(terms[language].stages, row.stage)} <Lamp lamp={row.lamp} language={language} />
        {(row.round ?? 1) > 1 ? ` ${words.round(row.round ?? 1)}` : ''}
      </Fact>
      <Fact label={words.kind}>{termOf(terms[language].kinds, row.kind)}</Fact>
      <Fact label={words.status}>{termOf(terms[language].statuses, row.status)}</Fact>
      <Fact label={words.outcome}>{termOf(choices[language].outcomes, text('outcome'))}</Fact>
      <Fact label={words.acting}>{names((text('acting') ?? '').split(' ').filter(Boolean))}</Fact>
      <Fact label={words.department}>{row.department}</Fact>
      <Fact label={words.assisting}>{names(facts['assisting'])}</Fact>
      <Fact label={words.handlers}>{names(facts['handlers'])}</Fact>
      <Fact label={words.departmentHead}>{names(facts['departmentHead'])}</Fact>
      <Fact label={words.responsibleLeader}>{row.responsible_leader}</Fact>
      <Fact label={words.suspendedUntil}>{text('suspendedUntil')}</Fact>
      <Fact label={words.extensions}>{extensions > 0 ? words.times(extensions) : null}</Fact>
      <Fact label={words.predecessor}>{text('predecessor')}</Fact>
      <Fact label={words.bulletin}>
        {withheld === null ? text('publicText') : words.withheld(withheld)}
      </Fact>
      <Fact label={words.place}>
        <a href={roundPath(round.id)}>{round.title}</a>
      </Fact>
    </dl>
  );
};

/** Nothing where there is nothing to say. */
const Fact: FC<{ label: string; children?: Child }> = ({ label, children }) =>
  children === null || children === '' ? null : (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );

const Dates: FC<Shown> = ({ problem: { row, lines }, language }) => {
  const words = problemWords[language];
  const dates = datesOf(row, lines);
  if (dates.length === 0) return <p class="soft">{words.datesNone}</p>;
  return (
    <ul class="plain">
      {dates.map(({ wait, on, because, provisional }) => (
        <li class="card">
          <strong>
            {waitWords[language][wait]} <time datetime={on}>{on}</time>
          </strong>
          {provisional ? <p class="soft">{words.provisional}</p> : null}
          <details class="more" id={`why-${wait}`}>
            <summary>{words.why}</summary>
            <ul>
              {because.map((each) => (
                <li>{each}</li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
};

const Drawing: FC<Shown> = ({ problem: { row, lines }, language }) => {
  const definition = machineOf(row.kind, lines);
  if (definition === null) return null;
  return <Statechart definition={definition} live={placesIn(lines)} language={language} />;
};

/** `open.life.reviewing + open.urging.idle`, and after a semicolon where its children are. */
function placesIn(lines: readonly JournalLine[]): readonly string[] {
  const to = lines.map((line): unknown => ('to' in line ? line.to : null)).findLast(isPlace);
  return to === undefined ? [] : (to.split(';')[0] ?? '').split(' + ');
}

const isPlace = (to: unknown): to is string => typeof to === 'string';

const Measures: FC<Shown> = ({ problem: { row, round, people }, language }) => {
  const words = problemWords[language];
  const measures = measuresOf({ people, problems: [row] });
  if (measures.length === 0) return null;
  const { recurrences } = choices[language];
  return (
    <section>
      <h2>{words.measures}</h2>
      <div class="scroll" tabindex={0} role="region" aria-label={words.measures}>
        <table>
          <thead>
            <tr>
              {[words.measure, words.department, words.due, words.cycle, words.state].map(
                (each) => (
                  <th scope="col">{each}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {measures.map(({ ordinal, text, department, due, recurrence, doneAt }) => (
              <tr>
                <td class="wide">{`${ordinal}. ${text}`}</td>
                <td>{department}</td>
                <td>{due}</td>
                <td>{termOf(recurrences, recurrence)}</td>
                <td>
                  {doneAt === null
                    ? words.measureOpen
                    : words.measureDone(planDayAt(round.clock, doneAt))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const SubFindings: FC<Shown> = ({ problem: { row, people }, language }) => {
  const words = problemWords[language];
  const all = subFindingsOf({ people, problems: [row] });
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{words.subFindings}</h2>
      <ol>
        {all.map(({ text, outcome }) => (
          <li>
            {text}{' '}
            <span class="soft">
              {outcome === null ? words.open : termOf(choices[language].outcomes, outcome)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};

const Evidence: FC<Shown> = ({ problem: { row, round, people, evidence }, language }) => {
  const words = problemWords[language];
  return (
    <section>
      <h2>{words.evidence}</h2>
      {evidence.length === 0 ? <p class="soft">{words.evidenceNone}</p> : null}
      <ul class="files">
        {evidence.map(({ sha256, name, size, at, event, decided_by: by }) => (
          <li>
            <a href={evidencePath(sha256, row.workflow)}>{name}</a>{' '}
            <span class="soft">
              {[
                sizeWords(size),
                eventWords[language].titles[event as never] ?? event,
                people.find(({ id }) => id === by)?.name ?? by,
                localTime(round.clock, at),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
