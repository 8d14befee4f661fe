/** Failures of clients and activities with their words inside a payload, by path: `failureConverterPath`. */
import {
  ApplicationFailure,
  DefaultFailureConverter,
  type FailureConverter,
  type PayloadConverter,
} from '@temporalio/common';
import { MissingKeyError } from './codec-errors';

const encoding = new DefaultFailureConverter({ encodeCommonAttributes: true });
const plain = new DefaultFailureConverter();

/** A missing key is told in the clear: whoever must find it may have no other way to read of it. It names an id, no more. */
export const failureConverter: FailureConverter = {
  errorToFailure: (error: unknown, converter: PayloadConverter, context) =>
    (tellsMissingKey(error) ? plain : encoding).errorToFailure(error, converter, context),
  failureToError: (failure, converter, context) =>
    plain.failureToError(failure, converter, context),
};

function tellsMissingKey(error: unknown): boolean {
  const { name } = MissingKeyError.prototype.constructor;
  return (
    error instanceof MissingKeyError || (error instanceof ApplicationFailure && error.type === name)
  );
}
