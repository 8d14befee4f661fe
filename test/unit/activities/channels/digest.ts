/** A digest for tests. */
import type { Digest, DigestItem } from '../../../../domain/digest';
import { person } from '../../domain/people/unit';

export const zhang = person('zhang-wei', ['handler'], { name: '张伟' });

export function item(seq: number, rest: Partial<DigestItem> = {}): DigestItem {
  return {
    key: `problem/yunchuan-2026/${seq}`,
    problem: { seq, number: seq, title: `第${seq}个问题的标题` },
    role: 'handler',
    wait: 'work',
    lamp: 'approaching',
    why: '距整改时限还有3天（2026-11-26）',
    missed: [],
    todo: '落实整改措施，报送完成情况和佐证材料',
    ...rest,
  };
}

export function digest(rest: Partial<Digest> = {}): Digest {
  return {
    key: 'digest/yunchuan-2026/zhang-wei/2026-11-23',
    rectification: 'yunchuan-2026',
    unit: '云川县水务局',
    person: zhang,
    planDay: '2026-11-23',
    red: false,
    items: [item(1)],
    ...rest,
  };
}
