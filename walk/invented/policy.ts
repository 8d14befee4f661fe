/** The rules of the walk: a whole rectification, look-back included, in some seven minutes. */

/** @param daySeconds how long a plan's day lasts */
export function policyYaml(daySeconds: number): string {
  return JSON.stringify({
    ...{ name: '走查规则', version: '1', timeScale: { daySeconds }, digestSeconds: 0.5 },
    ...{ concentratedMonths: 2, review: { workingDays: 1 }, publicity: { days: 8 } },
    upkeep: { everyMonths: 1, forMonths: 1 },
    lookBack: { afterMonths: 1, withinMonths: 1 },
  });
}
