// The invented people of sample/people.yaml, as a record names them, and the chain their decisions make.
import type { EvidenceRecord, ProblemRecord, ReviewRecord } from '../../../../documents';

type Who = Pick<
  ProblemRecord,
  'department' | 'assisting' | 'handlers' | 'departmentHead' | 'responsibleLeader'
>;

export const water: Who = {
  department: '水资源管理科',
  assisting: [],
  handlers: ['赵敏'],
  departmentHead: '王强',
  responsibleLeader: '陈立新',
};

export const works: Who = {
  department: '工程建设科',
  assisting: [],
  handlers: ['吴越'],
  departmentHead: '钱峰',
  responsibleLeader: '陈立新',
};

export const finance: Who = {
  department: '财务审计科',
  assisting: [],
  handlers: ['张伟'],
  departmentHead: '李娜',
  responsibleLeader: '刘海燕',
};

export const office: Who = {
  department: '办公室',
  assisting: [],
  handlers: ['马琳'],
  departmentHead: '孙斌',
  responsibleLeader: '刘海燕',
};

/** 部门、领导、整改办 in turn; leaders sign on paper and the office records it. */
export function approvedBy(
  { departmentHead, responsibleLeader }: Who,
  days: readonly [string, string, string],
): readonly ReviewRecord[] {
  const approved = { decision: 'approved', recordedByName: null } as const;
  return [
    {
      ...approved,
      on: days[0],
      byName: departmentHead ?? '',
      role: 'departmentHead',
      basis: 'ownSignIn',
      text: '情况属实，材料齐全，同意报送。',
    },
    {
      ...approved,
      on: days[1],
      byName: responsibleLeader ?? '',
      role: 'responsibleLeader',
      recordedByName: '何静',
      basis: 'signedSheet',
      text: '同意。',
    },
    {
      ...approved,
      on: days[2],
      byName: '何静',
      role: 'office',
      basis: 'ownSignIn',
      text: '经核对佐证材料，同意销号。',
    },
  ];
}

export function returned(
  facts: Pick<ReviewRecord, 'on' | 'byName' | 'role' | 'text'>,
): ReviewRecord {
  return { ...facts, recordedByName: null, basis: 'ownSignIn', decision: 'returned' };
}

export function evidence(...names: readonly string[]): readonly EvidenceRecord[] {
  return names.map((name, index) => ({
    name,
    sha256: `${'9c41e07ab35d'.slice(index)}${'0'.repeat(52 + index)}`,
    size: 48_213 * (index + 3),
  }));
}
