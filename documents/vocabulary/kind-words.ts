// How a problem lives, from what the report says of it: stated, inferred from its words, or the default.
import type { ImportedKind, ImportedStatus, KindBasis } from '../imported-feedback';

export interface KindFound {
  readonly kind: ImportedKind | null;
  readonly basis: KindBasis | null;
}

const stated: readonly (readonly [ImportedKind, RegExp])[] = [
  ['immediate', /立行立改|立整立改|即知即改|马上改|立即整改|立知立改/],
  ['longTerm', /^长期$|长期(?:坚持|整改|推进)|持续(?:整改|坚持|推进)|常态化/],
  ['timeLimited', /限[期时]|分(?:步|阶段)|阶段(?:性)?整改|集中整改|中期/],
];

/** The value of 整改类型：, or a heading such as 立行立改类问题. */
export function kindOf(words: string): ImportedKind | null {
  return stated.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** A kind and nothing else: 立行立改。 */
export function kindAlone(words: string): ImportedKind | null {
  const isAlone =
    /^(?:立[行整知]立改|即知即改|限[期时]整改|分阶段整改|长期(?:坚持|整改))类?[。.]?$/;
  return isAlone.test(words) ? kindOf(words) : null;
}

/** 立行立改类问题, 需长期坚持的事项: the kind a heading gives all its problems. */
export function kindOfHeading(title: string): ImportedKind | null {
  return /(?:立行立改|限期整改|长期(?:坚持|整改))(?:类|的|事项|问题|任务)/.test(title)
    ? kindOf(title)
    : null;
}

export interface KindEvidence {
  /** Said of this very problem: a line of its own, a note at the title, a heading. */
  readonly statedKind: ImportedKind | null;
  readonly status: ImportedStatus | null;
  /** A date, or a line of its own, sets the time. */
  readonly termSet: boolean;
  /** A line of its own names the day. */
  readonly dated?: boolean;
  readonly text: string;
}

const none: KindFound = { kind: null, basis: null };

export function kindFrom(evidence: KindEvidence): KindFound {
  const { statedKind, status, text } = evidence;
  const limited = evidence.termSet || termSet.test(text);
  if (statedKind !== null) return { kind: statedKind, basis: 'stated' };
  switch (status) {
    case 'phaseCompleted':
      return { kind: 'longTerm', basis: 'stated' };
    case 'notCompleted':
    case 'inProgress':
      return {
        kind: 'timeLimited',
        basis: limited ? 'stated' : 'inferred',
      };
    case 'completed':
      return ofCompleted(text, evidence.dated === true);
    case null:
      return kindOfText(text, limited);
  }
}

function ofCompleted(text: string, dated: boolean): KindFound {
  if (dated && !atOnce.test(text)) return { kind: 'timeLimited', basis: 'stated' };
  return immediateIn(text) ?? { kind: 'timeLimited', basis: 'default' };
}

function kindOfText(text: string, limited: boolean): KindFound {
  if (atOnce.test(text)) return { kind: 'immediate', basis: 'stated' };
  if (limited) return { kind: 'timeLimited', basis: 'stated' };
  if (lasting.test(text)) return { kind: 'longTerm', basis: 'inferred' };
  return immediateIn(text) ?? none;
}

function immediateIn(text: string): KindFound | null {
  if (atOnce.test(text)) return { kind: 'immediate', basis: 'stated' };
  return promptly.test(text) ? { kind: 'immediate', basis: 'inferred' } : null;
}

const atOnce = /立行立改|即知即改|立整立改|立查立改|立知立改/;
const termSet = /限期(?:完成|整改)|限时(?:完成|整改)/;
const lasting = /常态化|持续开展|长期坚持|常抓不懈|持续(?:抓好|推进)|长抓不懈/;
const promptly =
  /第一时间|迅速|立即|立刻|当场|即刻|马上|巡[察视]期间[^。；;]{0,30}已[^。；;]{0,6}(?:完成|整改)/;

/** The words an inferred kind rests on; null where it follows from the status alone. */
export function kindWords(text: string, kind: ImportedKind): string | null {
  if (kind === 'timeLimited') return null;
  return (kind === 'immediate' ? promptly : lasting).exec(text)?.[0] ?? null;
}
