/** The people a file names, held against a list: who is missing, whom two are, what to add. */
import { importFeedback } from '../../../../documents';
import { comparedNames } from '../../../../documents/people/compared';
import { completedPeople, pasteable, proposedPerson } from '../../../../documents/people/proposed';
import { toReception } from '../../../../documents/reception';
import { readPeople } from '../../../../domain/people-schema';
import { realTime } from '../../../../domain/plan-clock';
import { policyOf } from '../../../../cli/reception-file';

const list = `# 本单位人员
departments: [办公室, 财务科]
people:
  - { id: he-jing, name: 何静, roles: [整改办], department: 办公室 }
  - id: zhang-wei
    name: 张伟
    roles: [经办人] # 会计
    department: 财务科
  - { id: zhang-wei-2, name: 张伟, roles: [经办人], department: 办公室 }
  - { id: liu-haiyan, name: 刘海燕, roles: [责任部门负责人], department: 办公室 }
`;

const rows = [
  '序号,反馈问题,整改措施,责任领导,责任部门,经办人',
  '1,台账不清,补记台账,刘海燕,办公室,何 静',
  '2,接待审批不规范,开展自查,刘海燕,综合科,钱进、张伟',
  '3,合同管理混乱,修订办法,,财务科,钱进',
  '4,值班脱岗,修订办法,,综合科,各科室负责人',
];
const feedback = importFeedback(Buffer.from(rows.join('\n')), '清单.csv');
const people = readPeople(list, 'people.yaml');
const names = comparedNames(feedback, people);

test('says who is not in the list, for what and where', () => {
  expect(names.unknown).toEqual([
    { name: '钱进', as: [{ role: 'handler', seqs: [2, 3] }], departments: ['综合科', '财务科'] },
  ]);
  expect(names.strange.map(({ name }) => name)).toEqual(['各科室负责人']);
});

test('asks whom a name means that two people have', () => {
  expect(names.ambiguous).toMatchObject([
    {
      name: '张伟',
      candidates: [
        { id: 'zhang-wei', department: '财务科' },
        { id: 'zhang-wei-2', department: '办公室' },
      ],
    },
  ]);
});

test('says who lacks the role, however the name is spaced, and which departments have nobody', () => {
  expect(names.withoutRole).toMatchObject([
    { id: 'liu-haiyan', as: [{ role: 'responsibleLeader', seqs: [1, 2] }] },
    { id: 'he-jing', as: [{ role: 'handler', seqs: [1] }] },
  ]);
  expect(names.departments).toEqual([{ name: '综合科', seqs: [2, 4] }]);
});

test('proposes entries that a list takes, with the role of the field and no address', () => {
  const text = `departments: [财务科]\npeople:\n${pasteable(names.unknown.map(proposedPerson))}\n`;
  const named = { id: '钱进', name: '钱进', roles: ['handler'], department: null };
  expect(readPeople(text, 'x')).toEqual([{ ...named, deputies: [], channels: [] }]);
  expect(text).toContain('分属综合科、财务科，请填部门，或是重名');
});

test('whoever works for one department is put there; leaders are not', () => {
  const one = {
    name: '赵敏',
    as: [{ role: 'handler', seqs: [1] }],
    departments: ['办公室'],
  } as const;
  expect(proposedPerson(one).department).toBe('办公室');
  const leader = { ...one, as: [{ role: 'responsibleLeader', seqs: [1] }] } as const;
  expect(proposedPerson(leader).department).toBeNull();
});

test('a completed list keeps what was written, its comments too, and lacks nothing of what was proposed', () => {
  const completed = completedPeople(list, names, '清单.csv');
  expect(completed).toMatch(/# 本单位人员[\s\S]*# 会计[\s\S]*以下据 清单.csv 起草/);
  const again = comparedNames(feedback, readPeople(completed, 'x'));
  expect(again).toMatchObject({ unknown: [], withoutRole: [] });
  expect(completed).toMatch(/departments: \[办公室, 财务科, 综合科\]/);
});

test('a list begun from a file says who must be added', () => {
  const begun = completedPeople(null, comparedNames(feedback, []), '清单.csv');
  expect(begun).toMatch(/^# 据 清单.csv 起草的人员名单。还须补上：整改办/);
  expect(readPeople(begun, 'x').map(({ name, roles }) => [name, roles])).toEqual([
    ['刘海燕', ['responsibleLeader']],
    ['何静', ['handler']],
    ['钱进', ['handler']],
    ['张伟', ['handler']],
  ]);
});

test('received, a name is the id of the person who has it, and the same file has the same digest with ids', () => {
  const withIds = importFeedback(
    Buffer.from(rows.join('\n').replace(/何 静/g, 'he-jing')),
    'a.csv',
  );
  const received = (imported: typeof feedback) =>
    toReception(imported, {
      id: null,
      unit: '云川县水务局',
      feedbackOn: '2026-03-02',
      policy: policyOf(undefined, __dirname),
      clock: realTime,
      people,
      asIs: false,
    }).problems;
  expect(received(feedback)[0]?.assignment).toMatchObject({
    handlers: ['he-jing'],
    responsibleLeader: 'liu-haiyan',
  });
  expect(received(withIds)[0]?.digest).toBe(received(feedback)[0]?.digest);
});
