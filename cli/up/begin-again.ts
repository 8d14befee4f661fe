/**
 * A Temporal server chooses ports for its services itself, and where another program takes one before it listens there it gives up
 * (Temporal CLI 1.9.1: 13 of 480 starts, 24 at a time). So one that does not come up is begun again.
 */

const attempts = 3;

/** @param mayPass whether what went wrong may not go wrong again; other errors are thrown at once, the last one always */
export async function beginAgain<Server>(
  begin: () => Promise<Server>,
  mayPass: (error: unknown) => boolean,
): Promise<Server> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await begin();
    } catch (error) {
      if (!mayPass(error) || attempt === attempts) throw error;
    }
}
