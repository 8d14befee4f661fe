/**
 * The default converter, made to never throw on what somebody sent: an encoding nobody knows would otherwise fail the
 * workflow's task for ever. What cannot be read becomes a marker, which the engine refuses as a malformed event.
 */
import { defaultPayloadConverter, type Payload, type PayloadConverter } from '@temporalio/common';

/** Stands where a payload could not be read. */
export interface Unreadable {
  readonly unreadable: true;
  readonly why: string;
}

class TolerantPayloadConverter implements PayloadConverter {
  toPayload<T>(value: T): Payload {
    return defaultPayloadConverter.toPayload(value);
  }

  fromPayload<T>(payload: Payload): T {
    try {
      return defaultPayloadConverter.fromPayload<T>(payload);
    } catch (error) {
      const unreadable: Unreadable = {
        unreadable: true,
        why: error instanceof Error ? error.message : String(error),
      };
      return unreadable as T;
    }
  }
}

export const payloadConverter: PayloadConverter = new TolerantPayloadConverter();
