/** Numbers that are links into 台账. */
import type { FC } from 'hono/jsx';
import type { Sums } from '../../../ledger';
import type { Language } from '../../../words/catalogue';
import { overviewWords } from '../../../words/pages/overview';
import { terms } from '../../../words/terms';
import { ledgerPath } from '../../rounds/paths';

export const noSums: Omit<Sums, 'rectification'> = {
  ...{ problems: 0, open: 0, completed: 0, phaseCompleted: 0, unassigned: 0, reviewing: 0 },
  ...{ overdue: 0, behind: 0, approaching: 0, oldest: null },
};

interface Tile {
  readonly word: string;
  readonly count: number;
  readonly filter: Readonly<Record<string, string>>;
  /** The lamp whose colour it has. */
  readonly lamp?: 'approaching' | 'behind' | 'overdue';
}

export const Tiles: FC<{
  /** Null: of all rectifications together. */
  id: string | null;
  sums: Omit<Sums, 'rectification'>;
  language: Language;
}> = ({ id, sums, language }) => (
  <ul class="tiles">
    {tilesOf(sums, language).map(({ word, count, filter, lamp }) => (
      <li>
        <a class={count > 0 ? (lamp ?? '') : ''} href={ledgerPath(id, filter)}>
          <strong>{count}</strong>
          <span>{word}</span>
        </a>
      </li>
    ))}
  </ul>
);

function tilesOf(sums: Omit<Sums, 'rectification'>, language: Language): readonly Tile[] {
  const words = overviewWords[language];
  const { lamps } = terms[language];
  const lit = (lamp: 'approaching' | 'behind' | 'overdue') => ({
    ...{ word: lamps[lamp], count: sums[lamp], lamp },
    filter: { lamp, open: '1', sort: 'due' },
  });
  return [
    lit('overdue'),
    lit('behind'),
    lit('approaching'),
    { word: words.unassigned, count: sums.unassigned, filter: { stage: 'unassigned' } },
    { word: words.reviewing, count: sums.reviewing, filter: { stage: 'reviewing' } },
    { word: words.phaseDone, count: sums.phaseCompleted, filter: { status: 'phaseCompleted' } },
    { word: words.done, count: sums.completed, filter: { status: 'completed' } },
  ];
}
