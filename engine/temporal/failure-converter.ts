/** Failures inside workflows, by path: their words are readable, or in a payload where the worker's privacy wants it. */
import { DefaultFailureConverter, type FailureConverter } from '@temporalio/common';
import { privacy } from './privacy';

const readable = new DefaultFailureConverter();
const encoding = new DefaultFailureConverter({ encodeCommonAttributes: true });

export const failureConverter: FailureConverter = {
  errorToFailure: (error, converter, context) =>
    (privacy().encodeFailures ? encoding : readable).errorToFailure(error, converter, context),
  failureToError: (failure, converter, context) =>
    readable.failureToError(failure, converter, context),
};
