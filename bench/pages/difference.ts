/** Where two texts part from each other, with what is around it in both. */
export function differenceOf(shown: string, fresh: string): string {
  const at = [...shown].findIndex((letter, index) => letter !== fresh[index]);
  const from = Math.max(0, at - 80);
  return `${shown.slice(from, at + 80)} / ${fresh.slice(from, at + 80)}`;
}
