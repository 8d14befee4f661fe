/** The one line the Temporal UI shows of a workflow. */

/** What Temporal takes, in bytes of JSON; a Chinese character has three. */
const limit = 400;

export function summary(text: string): string {
  const characters = [...text];
  while (Buffer.byteLength(JSON.stringify(characters.join(''))) > limit) characters.pop();
  return characters.join('');
}
