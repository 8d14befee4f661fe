/** The keys cannot be used as they are set: says where, and what to do about it. Never shows a key. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}
