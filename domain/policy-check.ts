/** Whether a policy makes sense as a whole. Pure; shapes and single values are the schema's business. */
import type { Ladder, Policy, ReviewLadder } from './policy';
import { roleTerms } from './role-terms';
import type { Role } from './words';

export interface PolicyMistake {
  /** E.g. `ladders.work.after[1].workingDays`. */
  readonly path: string;
  /** In Chinese, with the remedy. */
  readonly message: string;
}

export function checkPolicy(policy: Policy): readonly PolicyMistake[] {
  const { ladders } = policy;
  return [
    ...checkPeriods(policy),
    ...checkChains(policy),
    ...checkLadder('ladders.work', ladders.work),
    ...checkLadder('ladders.acceptance', ladders.acceptance),
    ...checkReviewLadder('ladders.review', ladders.review),
    ...checkBlue(policy),
    ...checkPace(policy),
  ];
}

function checkPeriods(policy: Policy): readonly PolicyMistake[] {
  const { concentratedMonths: months, reviewRoom, planMonths, upkeep } = policy;
  return [
    ...mistake(
      upkeep.everyMonths > upkeep.forMonths,
      'upkeep.everyMonths',
      `巩固报告的周期（${upkeep.everyMonths}个月）比巩固期（${upkeep.forMonths}个月）还长`,
    ),
    ...mistake(
      reviewRoom[months] >= months * leastWorkingDaysOfAMonth,
      'reviewRoom',
      `预留审核${reviewRoom[months]}个工作日，${months}个月的集中整改期没有时间整改`,
    ),
    ...mistake(
      planMonths > months,
      'planMonths',
      `整改方案的时限（${planMonths}个月）晚于集中整改期满（${months}个月）`,
    ),
  ];
}

/** Even February with Spring Festival in it has as many. */
const leastWorkingDaysOfAMonth = 15;

function checkChains({
  review,
  extension,
  carryOver,
  reclassify,
}: Policy): readonly PolicyMistake[] {
  return [
    ...checkChain('review.chain', review.chain),
    ...checkChain('extension.chain', extension.chain),
    ...checkChain('carryOver.chain', carryOver.chain),
    ...checkChain('reclassify.chain', reclassify.chain),
  ];
}

function checkChain(path: string, chain: readonly Role[]): readonly PolicyMistake[] {
  return [
    ...repeated(path, chain, (role) => `${roleTerms[role]}出现了两次，每级只办一次`),
    ...chain.flatMap((role, index) =>
      mistake(
        role === 'handler' || role === 'reader',
        `${path}[${index}]`,
        `${roleTerms[role]}不能审核或批准`,
      ),
    ),
  ];
}

function checkLadder(
  path: string,
  { before, after, weekly, monthly }: Ladder,
): readonly PolicyMistake[] {
  const workingDays = after.map((rung) => rung.workingDays);
  const lists = [
    ...before.map(({ audience }, index) => [`${path}.before[${index}]`, audience] as const),
    ...after.map(({ audience }, index) => [`${path}.after[${index}]`, audience] as const),
    [`${path}.weekly`, weekly?.audience ?? []] as const,
    [`${path}.monthly`, monthly?.audience ?? []] as const,
  ];
  return [
    ...mistake(before.length + after.length === 0, path, '时限前后都没有提醒'),
    ...repeated(
      `${path}.before`,
      before.map(({ days }) => days),
      twiceBefore,
      '.days',
    ),
    ...ascending(`${path}.after`, workingDays, '.workingDays'),
    ...startOfWeekly(`${path}.weekly.fromDays`, weekly?.fromDays ?? null, workingDays),
    ...lists.flatMap(([where, audience]) => repeated(`${where}.audience`, audience, toldTwice)),
  ];
}

function checkReviewLadder(path: string, ladder: ReviewLadder): readonly PolicyMistake[] {
  const { onDay, afterWorkingDays, escalateAfterWorkingDays: escalate, weekly } = ladder;
  return [
    ...mistake(!onDay && afterWorkingDays.length === 0, path, '审核没有任何提醒'),
    ...ascending(`${path}.afterWorkingDays`, afterWorkingDays),
    ...startOfWeekly(`${path}.weekly.fromDays`, weekly?.fromDays ?? null, afterWorkingDays),
    ...mistake(
      !afterWorkingDays.includes(escalate),
      `${path}.escalateAfterWorkingDays`,
      `afterWorkingDays 中没有${escalate}，那一天没有提醒，无从告知上一级`,
    ),
  ];
}

function checkBlue({ approachingDays, ladders }: Policy): readonly PolicyMistake[] {
  const known = ladders.work.before.some(({ days }) => days === approachingDays);
  const message = `ladders.work.before 中没有提前${approachingDays}天的提醒，蓝灯不会亮`;
  return mistake(!known, 'approachingDays', message);
}

function checkPace({ timeScale, digestSeconds }: Policy): readonly PolicyMistake[] {
  const tooSlow = timeScale !== null && digestSeconds >= timeScale.daySeconds;
  const message = `合并提醒等待${digestSeconds}秒，不比规则里的一天（${timeScale?.daySeconds}秒）短`;
  return mistake(tooSlow, 'digestSeconds', message);
}

/** Weekly ones that come before the last single one would all go out with it. */
function startOfWeekly(
  path: string,
  fromDays: number | null,
  after: readonly number[],
): readonly PolicyMistake[] {
  const last = Math.max(0, ...after);
  const message = `应晚于最后一级（${last}个工作日）`;
  return mistake(fromDays !== null && fromDays <= last, path, message);
}

function ascending(path: string, days: readonly number[], field = ''): readonly PolicyMistake[] {
  return days.flatMap((day, index) => {
    const earlier = days[index - 1];
    const wrong = earlier !== undefined && day <= earlier;
    return mistake(wrong, `${path}[${index}]${field}`, `应从近到远：须大于上一级的${earlier}`);
  });
}

function repeated<Value>(
  path: string,
  values: readonly Value[],
  say: (value: Value) => string,
  field = '',
): readonly PolicyMistake[] {
  return values.flatMap((value, index) =>
    mistake(values.indexOf(value) < index, `${path}[${index}]${field}`, say(value)),
  );
}

function twiceBefore(days: number): string {
  return `提前${days}天的提醒写了两次`;
}

function toldTwice(role: Role): string {
  return `${roleTerms[role]}写了两次`;
}

function mistake(wrong: boolean, path: string, message: string): readonly PolicyMistake[] {
  return wrong ? [{ path, message }] : [];
}
