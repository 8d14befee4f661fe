/** Medians and other quantiles with confidence intervals that assume nothing of how the samples are distributed. */

/** An estimate and the interval that holds the true value with the given confidence. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** What the interval really reaches; below what was asked for where there are too few samples. */
  readonly confidence: number;
  readonly samples: number;
}

/** A value that was counted, or measured once: no interval. */
export function exact(value: number): Estimate {
  return { value, low: value, high: value, confidence: 1, samples: 1 };
}

/** The quantile of samples in any order, interpolated between neighbours. Throws without samples. */
export function quantile(samples: readonly number[], q: number): number {
  return interpolated(ascending(samples), q);
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/**
 * A quantile between the order statistics that leave half of the remaining chance on either side; smallest or largest
 * where there are too few samples. How many lie below the true quantile is binomial, whatever their distribution.
 */
export function estimateQuantile(
  samples: readonly number[],
  q: number,
  confidence = 0.95,
): Estimate {
  const sorted = ascending(samples);
  const n = sorted.length;
  const below = cumulativeBinomial(n, q);
  const tail = (1 - confidence) / 2;
  const low = Math.max(
    0,
    below.findLastIndex((chance) => chance <= tail),
  );
  const found = below.findIndex((chance) => chance >= 1 - tail);
  const high = Math.min(n - 1, found === -1 ? n - 1 : found);
  return {
    value: interpolated(sorted, q),
    low: at(sorted, low),
    high: at(sorted, high),
    confidence: coverage(below, low, high),
    samples: n,
  };
}

export function estimateMedian(samples: readonly number[], confidence = 0.95): Estimate {
  return estimateQuantile(samples, 0.5, confidence);
}

/** The median of the ratios of samples that were taken side by side: what the machine did meanwhile cancels out. */
export function estimateRatio(
  numerators: readonly number[],
  denominators: readonly number[],
  confidence = 0.95,
): Estimate {
  if (numerators.length !== denominators.length)
    throw new Error(`${numerators.length} numerators, ${denominators.length} denominators`);
  const ratios = numerators.map((each, index) => each / at(denominators, index));
  return estimateMedian(ratios, confidence);
}

/** The chance that the true quantile lies between these order statistics: more than `low` samples below it, at most `high`. */
function coverage(below: readonly number[], low: number, high: number): number {
  return at(below, high) - at(below, low);
}

/** P(X ≤ k) for k = 0…n of a binomial with n trials, in logarithms so that thousands of samples do not underflow. */
function cumulativeBinomial(n: number, q: number): readonly number[] {
  const [yes, no] = [Math.log(q), Math.log(1 - q)];
  let logarithm = n * no;
  let sum = Math.exp(logarithm);
  const cumulative = [sum];
  for (let k = 1; k <= n; k += 1) {
    logarithm += Math.log(n - k + 1) - Math.log(k) + yes - no;
    sum += Math.exp(logarithm);
    cumulative.push(Math.min(1, sum));
  }
  return cumulative;
}

function interpolated(sorted: readonly number[], q: number): number {
  const place = q * (sorted.length - 1);
  const [lower, upper] = [at(sorted, Math.floor(place)), at(sorted, Math.ceil(place))];
  return lower + (upper - lower) * (place - Math.floor(place));
}

function ascending(samples: readonly number[]): readonly number[] {
  return [...samples].sort((a, b) => a - b);
}

function at(samples: readonly number[], index: number): number {
  const found = samples[index];
  if (found === undefined) throw new Error('no samples');
  return found;
}
