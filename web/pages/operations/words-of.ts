/** Values of the running system as people read them. */
import type { DeliveryRow } from '../../../ledger';
import type { Language } from '../../../words/catalogue';
import type { OperationsWords } from '../../../words/pages/operations';

/** After so long, ms, nobody is sending it any more. */
const sendingAtMost = 10 * 60_000;

/** @param now ISO 8601 UTC */
export function deliveryOutcome(
  { status, claimed_at: claimedAt }: Pick<DeliveryRow, 'status' | 'claimed_at'>,
  now: string,
): keyof OperationsWords['deliveryStatuses'] {
  if (status !== 'claimed') return status;
  return Date.parse(now) - Date.parse(claimedAt) > sendingAtMost ? 'unknown' : 'claimed';
}

/** The two largest units: `3 小时 20 分`. */
export function lasting(seconds: number, words: OperationsWords): string {
  const whole = Math.floor(seconds);
  const parts = [
    { count: Math.floor(whole / 86_400), word: words.days },
    { count: Math.floor(whole / 3600) % 24, word: words.hours },
    { count: Math.floor(whole / 60) % 60, word: words.minutes },
    { count: whole % 60, word: words.seconds },
  ];
  const first = parts.findIndex(({ count }) => count > 0);
  if (first === -1) return words.seconds(0);
  const told = parts.slice(first, first + 2).filter(({ count }) => count > 0);
  return told.map(({ count, word }) => word(count)).join(' ');
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

/** In the time of the people: Shanghai's. */
export function momentWords(instant: string, language: Language): string {
  if (instant === '') return '';
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    ...{ timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).format(new Date(instant));
}
