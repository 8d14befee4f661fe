import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScenario, ScenarioError } from '../../../documents/scenario';
import { sample, until } from './unit';

const read = (...lines: readonly string[]) => readScenario(lines.join('\n'), 's.yaml');

const mistakes = (...lines: readonly string[]): readonly string[] => {
  try {
    read(...lines);
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.mistakes.map(({ line, path, message }) => `${line} ${path} ${message}`);
  }
};

describe('a scenario file', () => {
  test('names steps at a time or on a day, for problems, by somebody', () => {
    const { name, steps } = read(
      'name: 按时',
      'steps:',
      '  - { at: 2026-11-24 09:30, problems: [1, 3-5], event: submit, by: ma-lin, fields: { text: 好 } }',
      '  - { on: 2026-11-25, event: submitPlan, by: { role: 整改办 }, basis: minutes, recordedBy: he-jing }',
      '  - { on: 2026-11-26, problems: { stage: reviewing }, event: approve, by: { role: 审核人 } }',
    );
    expect(name).toBe('按时');
    expect(steps).toEqual([
      {
        line: 3,
        at: '2026-11-24T01:30:00.000Z',
        problems: { seqs: [1, 3, 4, 5] },
        event: 'submit',
        by: { kind: 'person', id: 'ma-lin' },
        recordedBy: null,
        basis: null,
        fields: { text: '好' },
      },
      {
        line: 4,
        at: '2026-11-25T02:00:00.000Z',
        problems: null,
        event: 'submitPlan',
        by: { kind: 'role', role: 'office' },
        recordedBy: { kind: 'person', id: 'he-jing' },
        basis: 'minutes',
        fields: {},
      },
      expect.objectContaining({ problems: { stage: 'reviewing' }, by: { kind: 'reviewer' } }),
    ]);
  });

  test('every mistake is named with its line', () => {
    expect(
      mistakes(
        'steps:',
        '  - { on: 2026-02-30, problems: all, event: submit, by: ma-lin }',
        '  - { at: 2026-11-24 25:00, event: submit, by: { role: 局长 } }',
        '  - { on: 2026-11-24, problems: [9-5], event: submit, by: ma-lin }',
        '  - { on: 2026-11-24, event: submit }',
        '  - { on: 2026-11-24, event: submit, by: ma-lin, colour: red }',
        '  - { event: submit, by: ma-lin }',
      ),
    ).toEqual([
      expect.stringMatching(/^2 steps\[0\].on 应是存在的日期/),
      expect.stringMatching(/^3 steps\[1\].at 应是日期和时刻/),
      expect.stringMatching(/^3 steps\[1\].by /),
      expect.stringMatching(/^4 steps\[2\].problems/),
      expect.stringMatching(/^5 steps\[3\].by /),
      expect.stringMatching(/^6 steps\[4\].* 不认识的字段“colour”/),
      expect.stringMatching(/^7 steps\[5\] 应写 at/),
    ]);
  });

  test('the sample’s is taken without a refusal', () => {
    const file = join(__dirname, '..', '..', '..', 'sample', 'scenario.yaml');
    const rehearsal = until('2026-12-01', sample, readScenario(readFileSync(file, 'utf8'), file));
    expect(rehearsal.timetable.filter(({ kind }) => kind === 'refusal')).toEqual([]);
    expect(rehearsal.rectification.atPeriodEnd).toEqual({
      completed: 9,
      phaseCompleted: 2,
      inProgress: 0,
      notCompleted: 1,
    });
  });
});
