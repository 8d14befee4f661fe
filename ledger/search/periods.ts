/** Instants by the periods they lie in: `in:2026`, `in:2026-11`, down to the hour; each contains the next. Pure. */

/** How much of an instant (ISO 8601 UTC) names its year, month, day and hour. */
const lengths = [4, 7, 10, 13] as const;

export function periodsOf(at: string): readonly string[] {
  return lengths.map((length) => `in:${at.slice(0, length)}`);
}

/**
 * The parts of a period, the newest first; none of an hour.
 *
 * @param period as instants begin that lie in it, such as `2026-11`
 */
export function partsOf(period: string): readonly string[] {
  switch (period.length) {
    case 4:
      return down(12, 1).map((month) => `${period}-${month}`);
    case 7:
      return down(31, 1).map((day) => `${period}-${day}`);
    case 10:
      return down(23, 0).map((hour) => `${period}T${hour}`);
    default:
      return [];
  }
}

/** @param newest,oldest instants. @returns the years from one to the other */
export function yearsBetween(newest: string, oldest: string): readonly string[] {
  const [to, from] = [newest, oldest].map((at) => Number.parseInt(at, 10)) as [number, number];
  return Number.isNaN(to) || Number.isNaN(from)
    ? []
    : Array.from({ length: to - from + 1 }, (_each, index) => String(to - index).padStart(4, '0'));
}

function down(from: number, to: number): readonly string[] {
  return Array.from({ length: from - to + 1 }, (_each, index) =>
    String(from - index).padStart(2, '0'),
  );
}
