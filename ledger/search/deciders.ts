/** The fact by which lines are found that a person decided: anywhere, or in one rectification. Pure. */
export function deciderFact(id: string, rectification?: string): string {
  return rectification === undefined ? `by:${id}` : `by:${rectification}/${id}`;
}
