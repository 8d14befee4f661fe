import { PeopleError } from '../../../../domain/people-error';
import { readPeople } from '../../../../domain/people-schema';

const read = (text: string) => readPeople(text, 'people.yaml');

describe('a list of people', () => {
  test('is read with roles in English or Chinese and an email as a channel', () => {
    const text = `
people:
  - id: zhang-wei
    name: 张伟
    roles: [经办人, handler]
    department: 财务科
    deputies: [李娜]
    channels: [{ channel: outbox, address: 张伟 }]
    email: zhang@example.org
  - { id: 李娜, name: 李娜, roles: [分管领导, 领导小组办公室], deputies: , channels: [] }
`;
    expect(read(text)).toEqual([
      {
        id: 'zhang-wei',
        name: '张伟',
        roles: ['handler'],
        department: '财务科',
        deputies: ['李娜'],
        channels: [
          { channel: 'outbox', address: '张伟' },
          { channel: 'email', address: 'zhang@example.org' },
        ],
      },
      {
        id: '李娜',
        name: '李娜',
        roles: ['responsibleLeader', 'office'],
        department: null,
        deputies: [],
        channels: [],
      },
    ]);
  });
});

/** A person's lines with some of them replaced; the person starts on line 2. */
const person = (fields: { readonly [field: string]: string }): string => {
  const all = { id: 'a', name: '张伟', roles: '[handler]', ...fields };
  const lines = Object.entries(all).map(([field, value]) => `    ${field}: ${value}`);
  return ['people:', '  -', ...lines].join('\n');
};

describe('a mistake is named by its line and field', () => {
  const knownRoles =
    'handler（经办人）、departmentHead（责任部门负责人）、responsibleLeader（责任领导）、principal（主要负责人）、office（整改办）、supervisor（巡察办）、reader（查阅）';

  test.each([
    [
      'an unknown role',
      person({ roles: '[经办]' }),
      `第5行 people[0].roles[0]：不认识的角色“经办”，可以是${knownRoles}`,
    ],
    ['no role', person({ roles: '[]' }), '第5行 people[0].roles：至少要有1项'],
    [
      'roles that are no list',
      person({ roles: '经办人' }),
      '第5行 people[0].roles：应是列表（以“- ”开头的若干项，或 [ ]）',
    ],
    [
      'an id with a space',
      person({ id: 'a b' }),
      '第3行 people[0].id：只能用文字、数字、点、横线和下划线，以文字或数字开头，至多64个字，如 zhang-wei',
    ],
    [
      'a number for a name',
      person({ name: '12' }),
      '第4行 people[0].name：应是文字，请加引号，如 "12"',
    ],
    ['an empty name', person({ name: '""' }), '第4行 people[0].name：不能为空'],
    [
      'a field nobody knows',
      person({ phone: '123' }),
      '第6行 people[0]：不认识的字段“phone”，请删去或改正',
    ],
    [
      'no email address',
      person({ email: 'x' }),
      '第6行 people[0].email：不是邮箱地址，应如 zhang@example.org',
    ],
    [
      'a second address smuggled into one',
      person({ email: 'a@example.org,b@example.org' }),
      '第6行 people[0].email：不是邮箱地址，应如 zhang@example.org',
    ],
    [
      'no email address in a channel',
      person({ channels: '[{ channel: email, address: x }]' }),
      '第6行 people[0].channels[0].address：不是邮箱地址，应如 zhang@example.org',
    ],
    [
      'a missing name',
      'people:\n\n  - id: a\n    roles: [handler]',
      '第3行 people[0].name：缺少，应填文字',
    ],
    [
      'a department that is not listed',
      `${person({ department: '财务' })}\ndepartments: [财务科]`,
      '第6行 people[0].department：部门“财务”不在 departments 中，请改正名称，或加入 departments',
    ],
    [
      'a deputy whom nobody knows',
      person({ deputies: '[b]' }),
      '第6行 people[0].deputies[0]：张伟（a）的代理人“b”不在人员名单中：请先加入此人，或改为名单中的 id。',
    ],
    [
      'an id used twice',
      `${person({})}\n  - { id: a, name: 李娜, roles: [office] }`,
      '第6行 people[1].id：李娜与张伟的 id 都是“a”：请给其中一人换一个 id。',
    ],
    ['a field written twice', `${person({})}\n    id: b`, '第6行：同一个字段写了两次，请删去一个'],
    ['a tab', 'people:\n\t- id: a', '第2行：缩进不能用制表符（Tab），请改为空格'],
    [
      'two documents',
      'people: []\n---\npeople: []',
      '第2行：一个文件只能有一份内容，请删去“---”以后的部分',
    ],
    [
      'a reference to nothing',
      'people: *nobody',
      '第1行：文件中的引用（*名称）没有对应的“&名称”，或引用过多，请直接写出内容',
    ],
    ['nobody', 'people: []', '第1行 people：至少要有1项'],
    ['an empty file', '', '第1行：缺少，应填若干“字段: 值”'],
  ])('%s', (_, text, expected) => {
    expect(() => read(text)).toThrow(new Error(`人员名单 people.yaml 有1处错误：\n  ${expected}`));
  });

  test('all at once, in the order of the lines', () => {
    const text = person({ id: 'a b', roles: '[经办]', phone: '1' });
    const error = errorOf(() => read(text));
    expect(error.mistakes.map(({ line }) => line)).toEqual([3, 5, 6]);
    expect(error.message).toMatch(/^人员名单 people.yaml 有3处错误：\n/);
    expect(error.file).toBe('people.yaml');
  });
});

function errorOf(act: () => unknown): PeopleError {
  try {
    act();
  } catch (error) {
    if (error instanceof PeopleError) return error;
  }
  throw new Error('no PeopleError was thrown');
}
