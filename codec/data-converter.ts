/** How clients and workers turn values into payloads once there are keys, and recognise encrypted ones where there are none. */
import type { DataConverter } from '@temporalio/common';
import { EncryptionCodec } from './encryption-codec';
import type { KeyRing } from './key-ring';

/**
 * For `new Client({ dataConverter })`.
 *
 * @example
 * const { keys } = readKeys(process.env.ENCRYPTION_KEYS, process.cwd());
 * const client = new Client({ connection, dataConverter: clientConverter(keys) });
 */
export function clientConverter(keys: KeyRing): DataConverter {
  return { payloadCodecs: [new EncryptionCodec(keys)], ...failuresOf(keys) };
}

/** For `Worker.create({ dataConverter })`: messages that nobody can read are refused by the workflow, and hold up nothing. */
export function workerConverter(keys: KeyRing): DataConverter {
  return {
    payloadCodecs: [new EncryptionCodec(keys, { passOnAltered: true })],
    ...failuresOf(keys),
  };
}

function failuresOf({ current }: KeyRing): Pick<DataConverter, 'failureConverterPath'> {
  return current === null ? {} : { failureConverterPath: require.resolve('./failure-converter') };
}
