import type { Line } from '../../../chaos/model/history';
import { gapsIn, tallyCommands, type SentCommand } from '../../../chaos/model/tally';
import { toldIn, type Told } from '../../../chaos/model/messages';
import { tallyReminders, type Expected } from '../../../chaos/model/reminder-tally';

const line = (sequence: number, cause: string, kind = 'accepted'): Line => ({
  sequence,
  at: '',
  kind,
  event: 'report',
  fields: null,
  by: null,
  cause,
  shown: {},
});

const command = (id: string, more: Partial<SentCommand> = {}): SentCommand => ({
  workflow: 'problem/x/1',
  id,
  event: 'report',
  as: 'update',
  answers: [1],
  taken: true,
  sendings: 1,
  ...more,
});

const tally = (commands: readonly SentCommand[], lines: readonly Line[]) =>
  tallyCommands(commands, () => lines);
const nothing = { lost: [], twice: [], misanswered: [] };

test('one line for one command, answered with its number, is as it must be', () => {
  expect(tally([command('a')], [line(1, 'a')])).toEqual({ ...nothing, accepted: 1 });
});

test('a command that was answered and stands nowhere is lost', () => {
  expect(tally([command('a')], [line(1, 'b')]).lost).toHaveLength(1);
});

test('a command of which nothing is known may stand there or not', () => {
  const unknown = command('a', { answers: [], taken: false });
  expect(tally([unknown], [])).toEqual({ ...nothing, accepted: 0 });
  expect(tally([unknown], [line(1, 'a')])).toEqual({ ...nothing, accepted: 1 });
});

test('a signal that the server took stands there, accepted or refused; an update only accepted', () => {
  const signal = command('a', { as: 'signal', answers: [] });
  expect(tally([signal], []).lost).toHaveLength(1);
  expect(tally([signal], [line(1, 'a', 'refused')]).lost).toEqual([]);
  expect(tally([command('a')], [line(1, 'a', 'refused')]).lost).toHaveLength(1);
});

test('two accepted lines of one command are one too many', () => {
  expect(tally([command('a')], [line(1, 'a'), line(2, 'a')]).twice).toHaveLength(1);
});

test('an answer that is not the line’s number is false, also when another answer was true', () => {
  const twice = command('a', { answers: [1, 2] });
  expect(tally([twice], [line(1, 'a')]).misanswered).toHaveLength(1);
});

test('numbers run 1, 2, 3', () => {
  expect(gapsIn('w', [line(1, 'a'), line(2, 'b')])).toEqual([]);
  expect(gapsIn('w', [line(1, 'a'), line(3, 'b')])).toEqual(['w: line 2 is numbered 3']);
  expect(gapsIn('w', [line(1, 'a'), line(1, 'b')])).toHaveLength(1);
});

const expected = (more: Partial<Expected> = {}): Expected => ({
  rectification: 'r1',
  seq: 1,
  channel: 'email',
  person: 'leader',
  why: 'due tomorrow',
  owed: true,
  ...more,
});

const told = (more: Partial<Told> = {}): Told => ({
  channel: 'email',
  key: 'digest/r1/leader/2025-03-03/daily/1/email',
  at: 1,
  rectification: 'r1',
  person: 'leader',
  seq: 1,
  why: 'due tomorrow',
  missed: '',
  ...more,
});

const never = (): boolean => false;
const counts = (all: readonly Expected[], came: readonly Told[], excused = never) => {
  const found = tallyReminders(all, came, excused);
  const { due, overtaken, couldNotTell } = found;
  const [missing, repeated, notDue] = [found.missing, found.repeated, found.notDue].map(
    ({ length }) => length,
  );
  return { due, missing, overtaken, repeated, couldNotTell, notDue };
};
const none = { due: 1, missing: 0, overtaken: 0, repeated: 0, couldNotTell: 0, notDue: 0 };

test('a reminder that came once is as it must be, also where a later one names it', () => {
  expect(counts([expected()], [told()])).toEqual(none);
  const later = told({ why: 'late', missed: 'due soon；due tomorrow' });
  expect(counts([expected(), expected({ why: 'late' })], [later])).toEqual({ ...none, due: 2 });
});

test('a reminder that did not come is missing if it was owed', () => {
  expect(counts([expected()], [])).toEqual({ ...none, missing: 1 });
  const overtaken = { ...none, due: 0, overtaken: 1 };
  expect(counts([expected({ owed: false })], [])).toEqual(overtaken);
  expect(counts([expected({ owed: false })], [told()])).toEqual(overtaken);
});

test('a reminder for another person, problem, channel or in other words does not stand for it', () => {
  for (const other of [{ person: 'office' }, { seq: 2 }, { channel: 'outbox' }, { why: 'late' }])
    expect(counts([expected()], [told(other)])).toEqual({ ...none, missing: 1, notDue: 1 });
});

test('the same in another message is repeated', () => {
  expect(counts([expected()], [told(), told({ key: 'k2', at: 2 })])).toEqual({
    ...none,
    repeated: 1,
  });
});

test('the same message again is repeated, unless its sender could not know that it had arrived', () => {
  const twice = [told(), told({ at: 2 })];
  expect(counts([expected()], twice)).toEqual({ ...none, repeated: 1 });
  expect(counts([expected()], twice, () => true)).toEqual({ ...none, couldNotTell: 1 });
});

test('a message is read back item by item', () => {
  const text = [
    '---\nkey: digest/r1/head-a/2025-03-03/red/1/outbox\n---\n\nhead-a同志：\n\n截至…：',
    '1.【逾期】问题2：problem 2\n   情况：已逾期1个工作日\n   此前应提醒：甲；乙\n   您的身份：经办人',
    '2.【待办】整改工作整体\n   情况：报告',
    '本提醒由系统自动发出。',
  ].join('\n\n');
  const key = 'digest/r1/head-a/2025-03-03/red/1/outbox';
  const items = toldIn({ channel: 'outbox', key, at: 5, text });
  expect(items).toEqual([
    expect.objectContaining({ person: 'head-a', seq: 2, why: '已逾期1个工作日', missed: '甲；乙' }),
    expect.objectContaining({ rectification: 'r1', seq: null, why: '报告', missed: '' }),
  ]);
});
