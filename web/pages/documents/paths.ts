/** Where the documents of a rectification are. */
export function documentsPath(id: string): string {
  return `/documents/${encodeURIComponent(id)}`;
}
