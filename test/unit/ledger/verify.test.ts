import type { FaultKind } from '../../../ledger/verify';
import { onEachDatabase } from './databases';
import { openTestLedger, line, type Opened } from './open';

const one = 'problem/r/1';
const other = 'problem/r/2';

const where = `workflow = '${one}' and sequence`;
const tampered: readonly (readonly [string, readonly string[], FaultKind, string, number])[] = [
  [
    'a letter',
    [`update journal set text = replace(text, '第3次', '第2次') where ${where} = 3`],
    'altered',
    one,
    3,
  ],
  [
    'a date beside the line',
    [`update journal set at = '2020' where ${where} = 2`],
    'altered',
    one,
    2,
  ],
  ['who decided', [`update journal set decided_by = 'wang' where ${where} = 2`], 'altered', one, 2],
  ['a hash', [`update journal set hash = md5('x') where ${where} = 4`], 'altered', one, 4],
  ['a head', [`update journal set head = md5('x') where ${where} = 4`], 'altered', one, 4],
  [
    'a line that is no JSON',
    [`update journal set text = '{' where ${where} = 1`],
    'altered',
    one,
    1,
  ],
  ['the first line away', [`delete from journal where ${where} = 1`], 'missing', one, 1],
  ['a line in the middle away', [`delete from journal where ${where} = 3`], 'missing', one, 3],
  ['the last line away', [`delete from journal where ${where} = 5`], 'cut', one, 5],
  ['all lines away', [`delete from journal where ${where} > 0`], 'cut', one, 1],
  [
    'two texts swapped',
    [
      `update journal a set text = b.text from journal b where a.workflow = b.workflow and a.workflow = '${one}'
       and ((a.sequence = 2 and b.sequence = 3) or (a.sequence = 3 and b.sequence = 2))`,
    ],
    'moved',
    one,
    2,
  ],
  [
    'two places swapped',
    [
      `update journal set sequence = 100 where ${where} = 2`,
      `update journal set sequence = 2 where ${where} = 3`,
      `update journal set sequence = 3 where ${where} = 100`,
    ],
    'moved',
    one,
    2,
  ],
  [
    'a line and the end that was noted',
    [
      `delete from journal where ${where} = 5`,
      `update workflows set sequence = 4, hash = (select hash from journal where ${where} = 4) where id = '${one}'`,
    ],
    'missing',
    'r',
    10,
  ],
  [
    'the rectification’s head',
    [`update chains set head = md5('x') where id = 'r'`],
    'altered',
    'r',
    10,
  ],
];

onEachDatabase((database) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openTestLedger(database);
  }, 120_000);
  afterAll(async () => opened.close());

  /** Two problems of one rectification, recorded in turns; another rectification beside it. */
  async function fill(): Promise<void> {
    const { ledger, behindItsBack } = opened;
    await behindItsBack('truncate chains cascade');
    const inTurns = [1, 2, 3, 4, 5].flatMap((sequence) => [
      ledger.append(one, [line(sequence)]),
      ledger.append(other, [line(sequence)]),
    ]);
    await Promise.all([...inTurns, ledger.append('problem/beside/1', [line(1)])]);
  }

  test('an untouched record is whole, and says how much was looked at', async () => {
    await fill();
    const told: number[] = [];
    const { faults, lines, rectifications } = await opened.ledger.verify((read) => told.push(read));
    expect(faults).toEqual([]);
    expect(lines).toBe(11);
    expect(told.at(-1)).toBe(11);
    expect(rectifications.map(({ rectification, lines: own }) => [rectification, own])).toEqual([
      ['beside', 1],
      ['r', 10],
    ]);
  });

  test.each(tampered)(
    'names it when somebody changes %s',
    async (_what, statements, kind, workflow, sequence) => {
      await fill();
      for (const sql of statements) await opened.behindItsBack(sql);
      const { faults } = await opened.ledger.verify();
      expect(faults).toEqual([{ kind, rectification: 'r', workflow, sequence }]);
    },
  );
});
