/** JSON for programs: two spaces, a line break at the end, nothing else. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
