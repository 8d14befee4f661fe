/** The stories whose histories are kept: every story of a problem's life, a whole rectification, and some that continue as new. */
import { continued } from '../workflow/paths/continued';
import { stories } from '../workflow/paths/stories';
import { rectified } from '../workflow/paths/stories/whole';
import { defaultPolicy } from '../workflow/cast';
import type { Story } from '../workflow/paths/story';

const chosen: readonly string[] = [
  'on-time',
  'late',
  'extended',
  'returned',
  'upkeep',
  'reclassified',
];

export const goldenStories: readonly Story[] = [
  ...stories.map(withShortDigests),
  rectified(2),
  ...stories.filter(({ name }) => chosen.includes(name)).map((story) => continued(story, 5)),
  continued(rectified(1), 10),
];

/** Digests leave at once and are closed after a minute: the playing sees their end. */
function withShortDigests(story: Story): Story {
  return { ...story, policy: { ...(story.policy ?? defaultPolicy), digestSeconds: 0.5 } };
}

/** The histories a story must have, by file name: the first run of each of its workflows, and what was reopened. */
export function workflowsOf({ problems, received, moves }: Story): readonly string[] {
  const seqs =
    received === undefined
      ? problems.map((_problem, index) => index + 1)
      : received.map(({ seq }) => seq);
  const reopened = moves.filter(({ kind }) => kind === 'reopening');
  return [
    ...(received === undefined ? [] : ['rectification.1']),
    ...seqs.map((seq) => `problem-${seq}.1`),
    ...reopened.map(({ seq }) => `problem-${seq}.2`),
  ];
}
