/** Prints deliveries as they happen, a morning at a time, and falls quiet when there have been many. */
import type { Digest } from '../../domain/digest';
import { linesOfMorning } from './delivery-lines';

export interface WatchAlong {
  readonly delivered: (digest: Digest) => void;
  readonly stop: () => void;
}

/** How many lines are told before only counts are. */
const talkative = 80;
/** How long the messages of one morning are waited for, ms. */
const morning = 900;
const quiet = 60_000;

export function watchAlong(print: (line: string) => void): WatchAlong {
  let waiting: Digest[] = [];
  let timer: NodeJS.Timeout | null = null;
  let printed = 0;
  const say = (line: string): void => {
    printed += 1;
    print(line);
  };
  const flush = (): void => {
    timer = null;
    const digests = waiting;
    waiting = [];
    if (printed >= talkative) return say(countWords(digests));
    for (const [day, those] of byDay(digests)) linesOfMorning(day, those).forEach(say);
    if (printed >= talkative) print('（此后每分钟只报份数，内容见发件箱文件夹）');
  };
  return {
    delivered: (digest) => {
      waiting.push(digest);
      timer ??= setTimeout(flush, printed >= talkative ? quiet : morning);
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function byDay(digests: readonly Digest[]): ReadonlyMap<string, readonly Digest[]> {
  const days = [...new Set(digests.map(({ planDay }) => planDay))].sort();
  return new Map(days.map((day) => [day, digests.filter(({ planDay }) => planDay === day)]));
}

function countWords(digests: readonly Digest[]): string {
  const red = digests.filter(({ red: isRed }) => isRed).length;
  return `过去一分钟发出 ${digests.length} 份消息，其中红灯 ${red} 份`;
}
