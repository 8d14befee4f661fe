// The reviewers' opinions on a sign-off sheet: who decided, who recorded it and on what basis; a place to sign where nobody has yet.
import { roleTerms } from '../../../domain/role-terms';
import type { Role } from '../../../domain/words';
import { chineseDate } from '../chinese-date';
import { inOneLine } from '../clean';
import type { Row } from '../page/blocks';
import type { ProblemRecord, ReviewRecord, Signing } from '../record';
import { basisTerms, decisionTerms } from '../terms';
import { handRow, signaturePlace, wideRow } from './form-rows';

/** The usual chain, and whoever else reviewed. */
export function opinions({ reviews }: ProblemRecord): readonly Row[] {
  const usual: readonly Role[] = ['departmentHead', 'responsibleLeader', 'office'];
  const roles = [...new Set([...usual, ...reviews.map(({ role }) => role)])];
  return roles.map((role) => {
    const own = reviews.filter((review) => review.role === role);
    return handRow(
      labels[role] ?? `${roleTerms[role]}意见`,
      [...own.map(opinion), signaturePlace],
      2,
    );
  });
}

const labels: Readonly<Partial<Record<Role, string>>> = { departmentHead: '责任部门意见' };

/** 同意。（陈立新，2026年7月21日，签批单，何静代录） */
function opinion(review: ReviewRecord): string {
  const { on, byName, recordedByName, basis, decision, text } = review;
  const recorded = recordedByName === null ? '' : `，${recordedByName}代录`;
  const decided = decisionTerms[decision];
  const words = inOneLine(text ?? '');
  const said = words.startsWith(decided) ? words : [decided, words].filter(Boolean).join('：');
  return `${said}（${byName}，${chineseDate(on)}，${basisTerms[basis]}${recorded}）`;
}

export function conclusion({ signedOff, phase }: ProblemRecord): Row {
  const told = [
    ...(phase === null ? [] : [signed('阶段性认定，转入常态化巩固', phase)]),
    ...(signedOff === null ? [] : [signed('予以销号', signedOff)]),
  ];
  return wideRow('销号结论', told.length === 0 ? ['□ 同意销号　　□ 退回继续整改'] : told);
}

function signed(what: string, { on, byName }: Signing): string {
  return `${what}（${byName}，${chineseDate(on)}）`;
}
