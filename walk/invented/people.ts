/** An invented unit and its people: each role once at least, and a head who does the work himself. */
export const unit = '云川县文化馆';
/** Of the installation, and none of the unit's people. */
export const administrator = '管理员小方';
/** Everybody's, for an installation that lives ten minutes. */
export const password = 'lantern over 7 bridges';

export interface Invented {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly department: string | null;
  readonly deputies: readonly string[];
  /** What their account is granted. */
  readonly standing: 'member' | 'office' | 'supervisor' | 'reader';
}

const member = { department: null, deputies: [], standing: 'member' } as const;

export const people = {
  principal: { ...member, id: 'gu-wenbo', name: '顾文博', roles: ['主要负责人'] },
  leader: { ...member, id: 'shen-yi', name: '沈毅', roles: ['责任领导'], deputies: ['gu-wenbo'] },
  office: {
    ...{ id: 'he-qing', name: '何青', roles: ['整改办'], department: '办公室', deputies: [] },
    standing: 'office',
  },
  activities: {
    ...{ ...member, id: 'fan-hao', name: '范浩', roles: ['责任部门负责人', '经办人'] },
    ...{ department: '活动部', deputies: ['mei-lan'] },
  },
  heritage: {
    ...{ ...member, id: 'mei-lan', name: '梅兰', roles: ['责任部门负责人'] },
    ...{ department: '文保部', deputies: ['fan-hao'] },
  },
  handler: { ...member, id: 'lu-ping', name: '陆平', roles: ['经办人'], department: '活动部' },
  keeper: { ...member, id: 'bao-jun', name: '鲍军', roles: ['经办人'], department: '文保部' },
  supervisor: {
    ...{ id: 'pan-shu', name: '潘述', roles: ['巡察办'], department: '县委巡察办', deputies: [] },
    standing: 'supervisor',
  },
  reader: {
    ...{ id: 'jin-mu', name: '金慕', roles: ['查阅'], department: null, deputies: [] },
    standing: 'reader',
  },
} as const satisfies Readonly<Record<string, Invented>>;

export type Who = keyof typeof people;

export function peopleYaml(): string {
  const all: readonly Invented[] = Object.values(people);
  return JSON.stringify({
    departments: ['办公室', '活动部', '文保部', '县委巡察办'],
    people: all.map(({ id, name, roles, department, deputies }) => ({
      ...{ id, name, roles, deputies, email: `${id}@example.org` },
      ...(department === null ? {} : { department }),
    })),
  });
}
