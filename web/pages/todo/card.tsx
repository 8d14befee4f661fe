/** One problem that the viewer has to do something about. */
import type { FC } from 'hono/jsx';
import { todoWords } from '../../../words/pages/todo';
import { Lamp } from '../../layout/lamp';
import { problemPath } from '../../rounds/paths';
import type { Viewer } from '../../viewer';
import type { Card } from './read-todo';
import { DutyBox } from './told';

export const TodoCard: FC<{ card: Card; viewer: Viewer }> = ({ card, viewer }) => {
  const { row, round, duties } = card;
  const { language } = viewer;
  return (
    <li class="card todo">
      <p class="soft">
        <Lamp lamp={row.lamp} language={language} /> {round.title}
      </p>
      <h3>
        <a href={problemPath(row)}>{`${row.seq}. ${row.title ?? ''}`}</a>
      </h3>
      <DutyBox duties={duties} about={card} viewer={viewer} back="/todo">
        <a class="quiet-link" href={problemPath(row)}>
          {todoWords[language].more}
        </a>
      </DutyBox>
    </li>
  );
};
