/** The ranking as a table; each number leads to its list. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../../words/catalogue';
import { overviewWords } from '../../../words/pages/overview';
import { supervisionWords } from '../../../words/pages/supervision';
import { terms, termOf } from '../../../words/terms';
import { wholeStages } from '../../../words/waits';
import { ledgerPath, roundPath } from '../../rounds/paths';
import type { Round } from '../../rounds/rounds';
import type { UnitRank } from './ranking';

interface RankingProps {
  readonly ranked: readonly UnitRank[];
  readonly rounds: readonly Round[];
  readonly language: Language;
}

export const RankingTable: FC<RankingProps> = ({ ranked, rounds, language }) => {
  const words = supervisionWords[language];
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.title}>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col" class="number">
              {words.rank}
            </th>
            <th scope="col">{words.unit}</th>
            {[words.share, words.overdue, words.longest, words.behind, words.completed].map(
              (name) => (
                <th scope="col" class="number">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {ranked.map((unit) => (
            <UnitRow unit={unit} rounds={rounds} language={language} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const UnitRow: FC<{ unit: UnitRank; rounds: readonly Round[]; language: Language }> = (props) => {
  const { unit, rounds, language } = props;
  const words = supervisionWords[language];
  const { lamps } = terms[language];
  const own = rounds.filter(({ id }) => unit.rounds.includes(id));
  return (
    <tr>
      <td class="number seq">{unit.rank}</td>
      <th scope="row" class="title">
        <strong>{unit.unit}</strong>
        {own.length === 0 ? <span class="soft">{words.noRounds}</span> : null}
        <ul class="rounds">
          {own.map((round) => (
            <RoundLinks round={round} language={language} />
          ))}
        </ul>
      </th>
      <td class="number" data-label={words.share}>{`${Math.round(unit.share * 100)}%`}</td>
      <td class="number" data-label={words.overdue}>
        <Count unit={unit} lamp="overdue" name={lamps.overdue} />
      </td>
      <td class="number" data-label={words.longest}>
        {words.days(unit.longest)}
      </td>
      <td class="number" data-label={words.behind}>
        <Count unit={unit} lamp="behind" name={lamps.behind} />
      </td>
      <td class="number" data-label={words.completed}>
        {`${unit.completed}/${unit.problems}`}
      </td>
    </tr>
  );
};

/** A list leads to one rectification: of several the number alone is shown. */
const Count: FC<{ unit: UnitRank; lamp: 'overdue' | 'behind'; name: string }> = ({
  unit,
  lamp,
  name,
}) => {
  const [only, ...others] = unit.rounds;
  if (unit[lamp] === 0) return <span class="soft">0</span>;
  if (only === undefined || others.length > 0)
    return <span class={`lamp ${lamp}`}>{unit[lamp]}</span>;
  const href = ledgerPath(only, { lamp, open: '1', sort: 'due' });
  return (
    <a class={`lamp ${lamp}`} href={href} aria-label={`${unit.unit} ${name}：${unit[lamp]}`}>
      {unit[lamp]}
    </a>
  );
};

const RoundLinks: FC<{ round: Round; language: Language }> = ({ round, language }) => {
  const words = supervisionWords[language];
  const feedback = overviewWords[language].feedback(round.feedbackOn ?? '');
  return (
    <li>
      <a href={roundPath(round.id)} aria-label={`${feedback} ${round.unit ?? ''}`}>
        {feedback}
      </a>{' '}
      <span class="soft">{termOf(wholeStages[language], round.stage)}</span>{' '}
      <a
        href={`/supervision/${encodeURIComponent(round.id)}`}
        aria-label={words.supervised(round.title)}
      >
        {words.supervise}
      </a>
    </li>
  );
};
