/**
 * The default converter, made to never throw on what somebody sent: an encoding nobody knows would otherwise fail the
 * workflow's task for ever. What cannot be read becomes a marker, which the engine refuses as a malformed event.
 */
import { defaultPayloadConverter, type Payload, type PayloadConverter } from '@temporalio/common';
import { decode } from '@temporalio/common/lib/encoding';

/** Stands where a payload could not be read. */
export interface Unreadable {
  readonly unreadable: true;
  readonly why: string;
}

/** A codec hands on what it cannot decode as a payload of this encoding; its bytes say why, as text. */
export const unreadableEncoding = 'binary/unreadable';

export function isUnreadable(value: unknown): value is Unreadable {
  return typeof value === 'object' && value !== null && 'unreadable' in value && 'why' in value;
}

class TolerantPayloadConverter implements PayloadConverter {
  toPayload<T>(value: T): Payload {
    return defaultPayloadConverter.toPayload(value);
  }

  fromPayload<T>(payload: Payload): T {
    try {
      return defaultPayloadConverter.fromPayload<T>(payload);
    } catch (error) {
      const unreadable: Unreadable = { unreadable: true, why: said(payload) ?? messageOf(error) };
      return unreadable as T;
    }
  }
}

/** What a codec said of it; null for any other encoding. */
function said({ metadata, data }: Payload): string | null {
  const encoding = metadata?.['encoding'];
  if (!encoding || decode(encoding) !== unreadableEncoding) return null;
  return decode(data ?? new Uint8Array());
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export const payloadConverter: PayloadConverter = new TolerantPayloadConverter();
