/** A story under another name, whose workflows continue as new every few steps. */
import type { Move, Story } from './story';

export const continuedName = (name: string): string => `${name}-continued`;

/** @param afterSteps after how many steps each run ends */
export function continued(story: Story, afterSteps: number): Story {
  const name = continuedName(story.name);
  const workflow = `rectification/${name}`;
  const renamed = (move: Move): Move =>
    move.kind === 'signalled' && move.event === 'planApproved'
      ? { ...move, payload: { by: { workflow } } }
      : move;
  return {
    ...story,
    name,
    tuning: { continueAfterSteps: afterSteps },
    moves: story.moves.map(renamed),
  };
}
