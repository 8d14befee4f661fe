/** What the Temporal UI shows of a digest: whom it is for, what it holds, and whether a message could not be delivered. */
import { digestWords, type DigestContext, type DigestItem } from '../../domain/digest';
import type { Describe, JsonObject, Standing } from '../../engine/core';
import { hasIncident, incidentRows } from '../incident-rows';

const contextOf = (standing: Standing): DigestContext => standing.snapshot.context as DigestContext;

export const describeDigest: Describe = {
  line: () => ({}),
  details: (standing) => {
    const { items, sending } = contextOf(standing);
    return [
      `### ${digestWords(contextOf(standing))}`,
      '',
      ...[...sending, ...items].map(itemRow),
      ...incidentRows(standing),
    ].join('\n');
  },
  // Set only while it is so: that costs no event in the life of a digest that goes well.
  attributes: (standing) => ({ Incident: hasIncident(standing) ? true : null }),
  context: (standing) => contextOf(standing) as unknown as JsonObject,
};

function itemRow({ problem, why }: DigestItem): string {
  return problem === null ? `- ${why}` : `- 第${problem.seq}项 ${problem.title}：${why}`;
}
