/** Where the pages of a rectification and of its problems are. */

export function roundPath(id: string): string {
  return `/rectifications/${encodeURIComponent(id)}`;
}

export function problemPath({ rectification, seq }: ProblemPlace): string {
  return `/problems/${encodeURIComponent(rectification)}/${seq}`;
}

interface ProblemPlace {
  readonly rectification: string;
  readonly seq: number;
}

/** The table of a rectification's problems; of all that the viewer sees where it is null. */
export function ledgerPath(
  id: string | null,
  filter: Readonly<Record<string, string>> = {},
): string {
  const path = id === null ? '/ledger' : `/ledger/${encodeURIComponent(id)}`;
  const search = new URLSearchParams(filter).toString();
  return search === '' ? path : `${path}?${search}`;
}
