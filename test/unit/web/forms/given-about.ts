/** A problem of the invented unit as the record has it, for forms and pages. */
import type { ProblemRow } from '../../../../ledger';
import type { About } from '../../../../web/forms/about';
import { people, rectification, unit } from '../given';

export function problem(over: Partial<ProblemRow> = {}): ProblemRow {
  return {
    ...{ workflow: 'problem/water/3', rectification: 'water', seq: 3, sequence: 9, unit },
    ...{ section: null, title: '差旅费报销审核不严', kind: 'timeLimited', stage: 'rectifying' },
    ...{ lamp: 'normal', status: 'inProgress', round: 1, due_on: '2026-12-31' },
    ...{ department: '财务审计科', responsible_leader: '刘海燕', shown: {} },
    ...{ facts: {}, changed_at: '2026-11-20T01:00:00.000Z' },
    ...over,
  };
}

export function about(over: Partial<About> = {}): About {
  return { rectification: rectification(), people, problems: [problem()], ...over };
}
