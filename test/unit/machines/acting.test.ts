/** The fact `acting`: who has something to do now, as the record learns it. */
import { begin, step, type Json, type JsonObject, type State } from '../../../engine/core';
import { problemRegistry } from '../../../workflows/registry';
import { atRest } from '../../../bench/step-cases';
import { problemInput } from '../../../bench/problem-case';

const at = '2026-11-23T02:00:00.000Z';
const timeLimited = { name: 'timeLimited', version: '1' };

function problem(entry: 'unassigned' | 'rectifying'): State {
  const input = problemInput({
    title: '固定资产台账不清',
    kind: 'timeLimited',
    entry,
    due: '2027-06-30',
  });
  const beginning = { workflow: 'problem/bench/1', at };
  return atRest(begin(problemRegistry, timeLimited, input as unknown as Json, beginning).state);
}

let commands = 0;

function does(state: State, person: string, type: string, fields: JsonObject = {}): State {
  const by = { decidedBy: person, recordedBy: person, basis: 'ownSignIn' };
  const taken = step(state, { id: `c${(commands += 1)}`, at, by, event: { ...fields, type } });
  if (taken.kind !== 'accepted') throw new Error(JSON.stringify(taken));
  return atRest(taken.state);
}

const factsOf = (state: State) => state.definition.describe?.facts?.(state) ?? {};
const acting = (state: State) => factsOf(state)['acting'];

test('where it stands says who is to act', () => {
  const rectifying = problem('rectifying');
  expect(acting(rectifying)).toBe('handler');
  const submitted = does(rectifying, 'handler', 'submit', { text: '已补齐' });
  expect(acting(submitted)).toBe('head');
  expect(acting(does(submitted, 'head', 'approve'))).not.toContain('head ');
});

test('who decides what was asked for is to act besides, until it is decided', () => {
  const asked = does(problem('rectifying'), 'handler', 'requestExtension', {
    ...{ reason: '雨季', due: '2027-09-30', progress: '过半' },
  });
  const { deciders, acting: all } = factsOf(asked);
  expect(deciders).not.toBeNull();
  expect(all).toBe(['handler', ...(deciders as readonly string[])].join(' '));
  const [decider = ''] = deciders as readonly string[];
  expect(acting(does(asked, decider, 'refuseExtension', { reason: '尚早' }))).toBe('handler');
});

test('whom an urge is for is to act until one of them acknowledges it', () => {
  const urged = does(problem('rectifying'), 'supervisor', 'urge', {
    text: '请抓紧',
    due: '2026-12-30',
  });
  expect(acting(urged)).toBe('handler head leader');
  expect(acting(does(urged, 'head', 'acknowledge'))).toBe('handler');
});

test('a line tells of it only where it has become another', () => {
  const start = problem('rectifying');
  const by = { decidedBy: 'handler', recordedBy: 'handler', basis: 'ownSignIn' };
  const lineOf = (type: string) => {
    const taken = step(start, { id: type, at, by, event: { type, text: '已核8笔' } });
    return taken.kind === 'accepted' ? taken.state.lines.at(0) : undefined;
  };
  expect(lineOf('report')?.facts ?? {}).not.toHaveProperty('acting');
  expect(lineOf('submit')?.facts).toHaveProperty('acting', 'head');
});
