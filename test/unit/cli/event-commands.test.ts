import { Command } from 'commander';
import { eventCommands, exampleOf } from '../../../cli/commands/events';
import type { CliContext } from '../../../cli/command';
import { kebab, optionsOf, payloadOf } from '../../../cli/event-options';
import { createProgram } from '../../../cli/program';
import { problemEvents, rectificationEvents } from '../../../machines';

const context: CliContext = {
  out: () => undefined,
  err: () => undefined,
  env: {},
  cwd: '/',
  now: () => '2026-11-23T01:00:00.000Z',
  signal: new AbortController().signal,
};

const program = createProgram(context);

const ofPeople = Object.entries({ ...problemEvents, ...rectificationEvents }).filter(
  ([, description]) => !('internal' in description),
);

test.each(ofPeople)('%s is a command with an option for each field', (type, { title, fields }) => {
  const command = program.commands.find((each) => each.name() === kebab(type));
  expect(command?.description()).toContain(type === 'reassign' ? '改派' : title);
  const options = command?.options.map((option) => option.long) ?? [];
  for (const field of Object.keys(fields)) expect(options).toContain(`--${kebab(field)}`);
  expect(options).toEqual(
    expect.arrayContaining(['--by', '--recorded-by', '--basis', '--command-id', '--json']),
  );
});

test('events of workflows are no commands', () => {
  const names = program.commands.map((command) => command.name());
  expect(names).not.toContain('plan-approved');
  expect(names).not.toContain('problem-changed');
  expect(new Set(names).size).toBe(names.length);
});

test('an event may be written as the machine calls it', () => {
  const command = program.commands.find((each) => each.name() === 'request-extension');
  expect(command?.aliases()).toEqual(['requestExtension']);
});

test.each(eventCommands().map((event) => [event.type, event] as const))(
  'the example of %s names every field that is needed',
  (_type, event) => {
    for (const [name, field] of Object.entries(event.description.fields))
      if (!field.optional) expect(exampleOf(event)).toContain(` --${kebab(name)} `);
  },
);

function typed(type: keyof typeof problemEvents, ...args: string[]): Record<string, unknown> {
  const { fields } = problemEvents[type];
  const command = new Command().exitOverride();
  for (const option of optionsOf(fields)) command.addOption(option);
  command.parse(args, { from: 'user' });
  return { ...payloadOf(fields, command.opts(), '/') };
}

test('what was typed becomes the payload: words of a choice, numbers, lists, measures in place', () => {
  expect(typed('requestReclassification', '--reason', '情况变化', '--kind', '长期坚持')).toEqual({
    reason: '情况变化',
    kind: 'longTerm',
  });
  expect(typed('merge', '--reason', '重复', '--into', '３')).toEqual({ reason: '重复', into: 3 });
  expect(typed('accept', '--handlers', 'a', '--handlers', 'b')).toEqual({ handlers: ['a', 'b'] });
  expect(typed('plan', '--measures', '[{"text":"清查","recurrence":"每月"}]')).toEqual({
    measures: [{ text: '清查', recurrence: 'monthly' }],
  });
});

test('all that is wrong is said at once, by option, with what is expected', () => {
  expect(() => typed('requestExtension', '--due', '2026-02-30', '--reason', ' ')).toThrow(
    /--reason：应为文字[\s\S]*--due：应为日历上存在的日期[\s\S]*--progress：没有填写/,
  );
  expect(() => typed('plan', '--measures', '[{"text":"清查","due":"明天","x":1}]')).toThrow(
    /--measures 的 第1项 x：没有这一项[\s\S]*第1项 due：应为日历上存在的日期/,
  );
  expect(() => typed('plan', '--measures', '/nowhere.yaml')).toThrow(/--measures 的文件/);
});
