/** The payload converter by path, for workers and clients alike. */
export { payloadConverter } from '../engine/temporal/payload-converter';
