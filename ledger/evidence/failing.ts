/** Whose fault it was: the file's, the place's, or that of whoever gave the bytes. */
import { EvidenceMissing, EvidenceRefused, EvidenceStoreFailed } from './errors';

const errors = [EvidenceRefused, EvidenceMissing, EvidenceStoreFailed];

/** What the place throws as an EvidenceStoreFailed; what is none of its doing as it was. */
export async function orFailed<Result>(
  place: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceFailed) throw error.own;
    if (errors.some((own) => error instanceof own)) throw error;
    throw new EvidenceStoreFailed(place, error);
  }
}

/** The same bytes; what their source throws is known again by `orFailed`. */
export async function* sourceErrors(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    throw new SourceFailed(error);
  }
}

/** Thrown in place of what the source of the bytes threw. */
class SourceFailed extends Error {
  readonly own: Error;

  constructor(error: unknown) {
    super('the source failed');
    this.own = error as Error;
  }
}

/** Whether a file error has this code, e.g. `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
