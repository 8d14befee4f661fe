import { begin, step } from '../../../engine/core';
import { rectificationContext } from '../../../machines';
import { rectificationRegistry } from '../../../workflows/registry';
import { defaultPolicy, people, received } from '../../workflow/cast';
import { realTime } from '../../../domain/plan-clock';

const at = '2026-11-23T01:00:00.000Z';

function running() {
  const input = rectificationContext({
    id: 'x',
    now: at,
    unit: '云川县水务局',
    inspectedBy: null,
    inspection: { from: null, to: null },
    feedbackOn: '2026-11-23',
    policy: defaultPolicy,
    clock: realTime,
    people,
    takenOver: false,
  });
  const workflow = 'rectification/x';
  const machine = rectificationRegistry.newest('rectification');
  return begin(rectificationRegistry, machine, input as never, { workflow, at }).state;
}

const office = { decidedBy: 'office', recordedBy: 'office', basis: 'ownSignIn' };

function sent(state: ReturnType<typeof running>, id: string, event: object, by = office) {
  return step(state, { id, at, event: event as never, by });
}

function withOneProblem() {
  const added = sent(running(), 'c1', { type: 'addProblems', problems: [received] });
  if (added.kind !== 'accepted') throw new Error(JSON.stringify(added));
  return added.state;
}

test('the office notes what a file says now of a problem that was amended', () => {
  const noted = sent(withOneProblem(), 'c2', { type: 'noteAmended', seq: 1, digest: 'new' });
  expect(noted.kind).toBe('accepted');
  if (noted.kind !== 'accepted') return;
  expect(noted.state.snapshot.context.problems['1'].digest).toBe('new');
  expect(noted.effects).toEqual([]);
});

test('nobody else notes it, and no problem that is not there is noted', () => {
  const by = { decidedBy: 'handler', recordedBy: 'handler', basis: 'ownSignIn' };
  const state = withOneProblem();
  expect(sent(state, 'c2', { type: 'noteAmended', seq: 1, digest: 'new' }, by).kind).toBe(
    'refused',
  );
  const refused = sent(state, 'c3', { type: 'noteAmended', seq: 2, digest: 'new' });
  expect(refused).toMatchObject({ kind: 'refused', why: [{ text: '本次整改没有这个问题' }] });
});
