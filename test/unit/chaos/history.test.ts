import { historyOf, type Line } from '../../../chaos/model/history';
import type { Setting } from '../../../chaos/model/life';
import { realTime } from '../../../domain/plan-clock';

const immediate: Setting = { kind: 'immediate', department: 'a', cycles: 2 };
const longTerm: Setting = { kind: 'longTerm', department: 'a', cycles: 2 };

type Said = readonly [event: string, by: string | null, stage: string, more?: Partial<Line>];

/** One accepted line for each thing said, on one day. */
function lines(...said: readonly Said[]): readonly Line[] {
  return said.map(([event, by, stage, more], index) => ({
    sequence: index + 1,
    at: '2025-03-03T02:00:00.000Z',
    kind: 'accepted',
    event,
    fields: {},
    by: by === null ? { workflow: 'rectification/x' } : { decidedBy: by },
    cause: `c${index}`,
    shown: { stage, round: 1 },
    ...more,
  }));
}

const wayToReview: readonly Said[] = [
  ['accept', 'head-a', 'rectifying'],
  ['submit', 'handler-a', 'reviewing'],
];
const review: readonly Said[] = [
  ['approve', 'head-a', 'reviewing'],
  ['approve', 'leader', 'reviewing'],
];

test('three steps of review lead to sign-off', () => {
  const said: readonly Said[] = [...wayToReview, ...review, ['approve', 'office', 'signedOff']];
  const { last, disagreements } = historyOf(lines(...said), immediate, realTime);
  expect(disagreements).toEqual([]);
  expect(last).toMatchObject({ place: 'signedOff', step: 0, submittedBy: 'handler-a' });
});

test('what is long term is planned, goes on as upkeep, and is signed off after its cycles', () => {
  const said: readonly Said[] = [
    ['accept', 'handler-a', 'planning'],
    ['planApproved', null, 'rectifying'],
    ['submit', 'handler-a', 'reviewing'],
    ...review,
    ['approve', 'office', 'upkeep'],
    ['reportUpkeep', 'head-a', 'upkeep'],
    ['returnUpkeep', 'office', 'upkeep'],
    ['reportUpkeep', 'head-a', 'upkeep'],
    ['acceptUpkeep', 'office', 'upkeep'],
    ['reportUpkeep', 'handler-a', 'upkeep'],
    ['acceptUpkeep', 'office', 'signedOff'],
  ];
  expect(historyOf(lines(...said), longTerm, realTime).disagreements).toEqual([]);
});

test.each<[string, readonly Said[]]>([
  ['a step taken by the wrong person', [...wayToReview, ['approve', 'leader', 'reviewing']]],
  ['the same step taken twice', [...wayToReview, ...review.slice(0, 1), ...review.slice(0, 1)]],
  ['work of another department', [['accept', 'head-b', 'rectifying']]],
  ['handing in what nobody accepted', [['submit', 'handler-a', 'reviewing']]],
  [
    'an approval of the plan that is not the rectification’s',
    [['planApproved', 'office', 'rectifying']],
  ],
  ['an event nobody knows', [['withdraw', 'supervisor', 'closed']]],
])('%s in the journal is a disagreement', (_title, said) => {
  expect(historyOf(lines(...said), immediate, realTime).disagreements).not.toEqual([]);
});

test('another stage or round than the model’s is a disagreement', () => {
  const stage = historyOf(lines(['accept', 'head-a', 'planning']), immediate, realTime);
  expect(stage.disagreements).toEqual([expect.stringContaining('shows planning')]);
  const round = { shown: { stage: 'rectifying', round: 2 } };
  const second = historyOf(lines(['accept', 'head-a', '', round]), immediate, realTime);
  expect(second.disagreements).toEqual([expect.stringContaining('round 2')]);
});

test('a signal refused though it could be accepted is a disagreement', () => {
  const refused = { kind: 'refused', shown: { stage: 'accepting', round: 1 } };
  const right = lines(['submit', 'handler-a', '', refused]);
  expect(historyOf(right, immediate, realTime).disagreements).toEqual([]);
  const wrong = lines(['accept', 'handler-a', '', refused]);
  expect(historyOf(wrong, immediate, realTime).disagreements).not.toEqual([]);
});

test('an urge may not be due before the day it is made', () => {
  const urge = (due: string): readonly Line[] =>
    lines(['urge', 'office', 'accepting', { fields: { due } }]);
  expect(historyOf(urge('2025-03-03'), immediate, realTime).disagreements).toEqual([]);
  expect(historyOf(urge('2025-03-02'), immediate, realTime).disagreements).not.toEqual([]);
});

test('the last report stays, and a return makes a problem yellow', () => {
  const report = (text: string): Said => ['report', 'office', 'rectifying', { fields: { text } }];
  const [accept, submit] = wayToReview;
  if (accept === undefined || submit === undefined) throw new Error('no way');
  const said = [accept, report('one'), report('two'), submit] as const;
  const back: Said = ['return', 'supervisor', 'rectifying'];
  const { last } = historyOf(lines(...said, back), immediate, realTime);
  expect(last).toMatchObject({ progress: 'two', flagged: true, submittedBy: null, step: 0 });
});
