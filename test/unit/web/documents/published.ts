/** A rectification that came to its publicity, rehearsed: what a ledger would have of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chineseCalendar } from '../../../../calendar/chinese';
import { opening, rehearse } from '../../../../client/rehearse';
import { importFeedback } from '../../../../documents';
import { toReception } from '../../../../documents/reception';
import { readScenario } from '../../../../documents/scenario';
import { readPeople } from '../../../../domain/people-schema';
import { instantOf } from '../../../../domain/plain-date';
import { realTime } from '../../../../domain/plan-clock';
import type { ChainLine, DocumentRow, Ledger } from '../../../../ledger';
import { rectification, standardPolicy } from '../given';

const sample = (name: string) => readFileSync(join(__dirname, '../../../../sample', name));

export const reception = toReception(importFeedback(sample('feedback.yaml'), 'feedback.yaml'), {
  ...{ id: 'water', unit: null, feedbackOn: null, policy: standardPolicy, clock: realTime },
  people: readPeople(sample('people.yaml').toString(), 'people.yaml'),
  asIs: false,
});

/** What this problem says must not be read by the public. */
export const withheldSeq = 5;
const withheld = {
  ...reception,
  problems: reception.problems.map((problem) =>
    problem.seq === withheldSeq ? { ...problem, withheld: '涉及工作秘密' } : problem,
  ),
};

const scenario = readScenario(
  `steps:
  - { on: 2026-09-10, event: submitReport, by: he-jing }
  - { on: 2026-09-11, event: approveReport, by: xu-zhiyuan }
  - { on: 2026-09-14, event: approveReport, by: zhou-mingyuan }
  - { on: 2026-09-15, event: approveReport, by: xu-zhiyuan }
  - { on: 2026-09-16, event: publish, by: he-jing, fields: { from: 2026-09-18, contact: 办公室 } }
  - { on: 2026-09-21, event: reply, by: he-jing, fields: { from: 来信, text: 希望公布水质 } }
`,
  'scenario.yaml',
);

const played = rehearse(
  withheld,
  { ...scenario, steps: [...opening('2026-03-02'), ...scenario.steps] },
  { calendar: chineseCalendar, until: instantOf('2026-12-31', '24:00') },
);

const lines: readonly ChainLine[] = [...played.journals]
  .flatMap(([workflow, own]) => own.map((line) => ({ workflow, line: { ...line } })))
  .sort((a, b) => (a.line.at < b.line.at ? -1 : a.line.at > b.line.at ? 1 : 0))
  .map((line, index) => ({ ...line, ordinal: index + 1, head: `head-${index + 1}` }));

/** The ledger as it was at an instant. */
export function ledgerAt(at: string): Partial<Ledger> & { readonly issued: DocumentRow[] } {
  const issued: DocumentRow[] = [];
  const then = lines.filter(({ line }) => String(line['at']) <= at);
  const own = then.filter(({ workflow }) => workflow === 'rectification/water');
  const all = (name: string) =>
    Object.assign({}, ...own.map(({ line }) => line[name] ?? {})) as Record<string, unknown>;
  const [facts, shown] = [all('facts'), all('shown')];
  const row = rectification({
    ...{ facts, shown, stage: String(shown['stage']), sequence: own.length },
    ...{ unit: reception.unit, feedback_on: reception.feedbackOn },
  });
  return {
    issued,
    rectifications: (ids) =>
      Promise.resolve(ids === undefined || ids.includes('water') ? [row] : []),
    people: () =>
      Promise.resolve(
        reception.people.map(({ id, name, roles, department }) => ({
          ...{ rectification: 'water', id, name, department, roles: roles.join(' ') },
        })),
      ),
    readRectification: (id) => Promise.resolve(id === 'water' ? then : []),
    authorPart: () => Promise.resolve(null),
    documents: () => Promise.resolve([...issued].reverse()),
    noteDocument: (document) => Promise.resolve(void issued.push(document)),
  };
}
