/** What a link lets its person answer: what it asks for, or that it is not so. Pure. */

const otherwise: Readonly<Record<string, readonly string[]>> = { approve: ['return'] };

/** The event that the link was made for comes first. */
export function answersTo(event: string): readonly string[] {
  return [event, ...(otherwise[event] ?? [])];
}
