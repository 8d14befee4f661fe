/** What a process tells Prometheus, read. Pure. */

/** The sum of all series of a metric; null where there is none. */
export function sumOf(exposition: string, metric: string): number | null {
  const values = exposition.split('\n').flatMap((line) => {
    const [, name, value] = /^([\w:]+)(?:\{.*\})? (\S+)/.exec(line) ?? [];
    return name === metric ? [Number(value)] : [];
  });
  return values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0);
}
