/** Workflow ids, made in one place. */

/** `rectification/<id>`. */
export function rectificationId(id: string): string {
  return `rectification/${id}`;
}

/** The id a person knows, from `rectification/<id>`. */
export function shortId(rectification: string): string {
  return rectification.replace(/^rectification\//, '');
}

/** `problem/<rectification>/<seq>`; takes the rectification with or without its prefix. */
export function problemId(rectification: string, seq: number): string {
  return `problem/${shortId(rectification)}/${seq}`;
}

/** One digest a person a day, red apart. */
export function digestId(
  rectification: string | null,
  person: string,
  planDay: string,
  red: boolean,
): string {
  return `digest/${rectification === null ? '-' : shortId(rectification)}/${person}/${planDay}/${red ? 'red' : 'daily'}`;
}
