// What was decided about a problem: extensions, carry-over, suspension, the last chain of reviews, sign-off, look-back.
import { roleTerms } from '../../../domain/role-terms';
import { chineseDate } from '../chinese-date';
import type { ProblemRecord, ReviewRecord } from '../record';
import { basisTerms, decisionTerms } from '../terms';

/** Sentences, as one paragraph; none where nothing was decided. */
export function decided(problem: ProblemRecord): readonly string[] {
  const sentences = [
    ...problem.extensions.map(extension),
    ...suspension(problem),
    ...reviews(problem),
    ...signed(problem),
    ...carryOver(problem),
    ...lookBack(problem),
  ];
  return sentences.length === 0 ? [] : [sentences.join('')];
}

function extension(granted: ProblemRecord['extensions'][number]): string {
  const from = granted.from === null ? '' : `由${chineseDate(granted.from)}`;
  return `${chineseDate(granted.grantedOn)}批准延期，时限${from}延至${chineseDate(granted.to)}，理由：${granted.reason}。`;
}

function suspension({ suspended }: ProblemRecord): readonly string[] {
  return suspended === null
    ? []
    : [`${chineseDate(suspended.since)}起暂缓，理由：${suspended.reason}。`];
}

function reviews({ reviews: all }: ProblemRecord): readonly string[] {
  return all.length === 0 ? [] : [`${all.map(review).join('；')}。`];
}

function review({ on, byName, role, decision, recordedByName, basis }: ReviewRecord): string {
  const recorded = recordedByName === null ? '' : `（${recordedByName}据${basisTerms[basis]}代录）`;
  return `${chineseDate(on)}${roleTerms[role]}${byName}${decisionTerms[decision]}${recorded}`;
}

function signed({ phase, signedOff }: ProblemRecord): readonly string[] {
  return [
    ...(phase === null ? [] : [`${chineseDate(phase.on)}阶段性认定（${phase.byName}）。`]),
    ...(signedOff === null ? [] : [`${chineseDate(signedOff.on)}销号（${signedOff.byName}）。`]),
  ];
}

function carryOver({ carriedOver }: ProblemRecord): readonly string[] {
  return carriedOver === null
    ? []
    : [`转入持续整改，最后时限${chineseDate(carriedOver.to)}，理由：${carriedOver.reason}。`];
}

function lookBack({ lookBack: visit }: ProblemRecord): readonly string[] {
  if (visit === null) return [];
  const verdict = visit.verdict === 'passed' ? '通过' : '发现反弹';
  return [`${chineseDate(visit.on)}回头看${verdict}。`];
}
