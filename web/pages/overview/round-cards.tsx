/** Rectifications as cards, whatever is late first. */
import type { FC } from 'hono/jsx';
import type { Sums } from '../../../ledger';
import type { Language } from '../../../words/catalogue';
import { overviewWords } from '../../../words/pages/overview';
import { terms, termOf } from '../../../words/terms';
import { wholeStages } from '../../../words/waits';
import { Lamp } from '../../layout/lamp';
import { ledgerPath, roundPath } from '../../rounds/paths';
import type { Round } from '../../rounds/rounds';
import { noSums } from './tiles';

interface CardsProps {
  readonly rounds: readonly Round[];
  readonly sums: readonly Sums[];
  readonly language: Language;
}

export const RoundCards: FC<CardsProps> = ({ rounds, sums, language }) => {
  const byId = new Map(sums.map((each) => [each.rectification, each]));
  const late = ({ id }: Round): number => byId.get(id)?.overdue ?? 0;
  return (
    <ul class="cards">
      {rounds
        .toSorted((one, other) => late(other) - late(one))
        .map((round) => (
          <RoundCard round={round} sums={byId.get(round.id) ?? noSums} language={language} />
        ))}
    </ul>
  );
};

const RoundCard: FC<{ round: Round; sums: typeof noSums; language: Language }> = (props) => {
  const { round, sums, language } = props;
  const words = overviewWords[language];
  const { lamps } = terms[language];
  return (
    <li class="card">
      <h2>
        <a href={roundPath(round.id)}>{round.unit ?? round.id}</a>
      </h2>
      <p class="soft">
        {[
          words.feedback(round.feedbackOn ?? ''),
          termOf(wholeStages[language], round.stage),
          words.problems(sums.problems),
        ].join(' · ')}
      </p>
      <p>
        <label for={`done-${round.id}`}>{words.doneOf(sums.completed, sums.problems)}</label>
        <progress id={`done-${round.id}`} max={Math.max(1, sums.problems)} value={sums.completed} />
      </p>
      <p class="lamps">
        {(['overdue', 'behind', 'approaching'] as const).map((lamp) =>
          sums[lamp] === 0 ? null : (
            <a
              href={ledgerPath(round.id, { lamp, open: '1' })}
              aria-label={`${lamps[lamp]}：${words.problems(sums[lamp])}`}
            >
              <Lamp lamp={lamp} language={language} /> {sums[lamp]}
            </a>
          ),
        )}
      </p>
    </li>
  );
};
