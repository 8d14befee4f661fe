// Where the title of an official document is broken: whole words on each line (GB/T 9704, 7.3.1), who before what about.

/** 二号, 22 points, over 156 mm. */
const charactersInLine = 20;

/** One line, or two where both are short enough; else the reader's program breaks it. */
export function titleLines(title: string): readonly string[] {
  const at = title.indexOf('关于');
  const fits = title.length <= charactersInLine;
  if (fits || at <= 0 || Math.max(at, title.length - at) > charactersInLine) return [title];
  return [title.slice(0, at), title.slice(at)];
}
