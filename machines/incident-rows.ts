/** Effects that were given up, as rows of a workflow's details. */
import type { Standing } from '../engine/core';

export function incidentRows({ work }: Standing): readonly string[] {
  return work.flatMap(({ name, parked }) =>
    parked === null
      ? []
      : [`- **故障**：${name}（${parked.error.message}），处理后执行 \`zhenggai retry\``],
  );
}

export function hasIncident({ work }: Standing): boolean {
  return work.some(({ parked }) => parked !== null);
}
