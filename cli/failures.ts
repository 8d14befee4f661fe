/** Every error becomes a sentence and an exit code here and nowhere else. */
import { CommanderError } from 'commander';
import {
  NobodyReceives,
  NoWorkerAnswers,
  OutcomeUnknown,
  Refusal,
  ServerUnreachable,
  TargetUnknown,
} from '../client/errors';
import { AlteredPayloadError, MissingKeyError } from '../codec/codec-errors';
import { KeyError } from '../codec/key-error';
import { ImportError } from '../documents/import-error';
import { PeopleError } from '../domain/people-error';
import { PolicyError } from '../domain/policy-error';
import { CliFailure, exitCodes, type ExitCode } from './command';
import { evidenceFailure } from './evidence-failures';
import { zh } from './messages/zh';
import { commanderFailure } from './usage-errors';
import { whyWords } from './refusal-words';

export interface Failure {
  readonly message: string;
  readonly exitCode: ExitCode;
  readonly facts: object;
}

/** Never throws; a stack trace is kept for faults of ours, and only where it is asked for. */
export function failureOf(error: unknown): Failure {
  const { refused, usage, unreachable } = exitCodes;
  if (error instanceof CliFailure)
    return { message: error.message, exitCode: error.exitCode, facts: error.facts ?? {} };
  if (error instanceof CommanderError)
    return { ...commanderFailure(error), facts: { code: 'usage' } };
  if (error instanceof ImportError) {
    const { code, line, field } = error;
    return { message: error.message, exitCode: usage, facts: { code, line, field } };
  }
  if (error instanceof PolicyError || error instanceof PeopleError) {
    const { file, mistakes } = error;
    const code = error instanceof PolicyError ? 'policy' : 'people';
    return { message: error.message, exitCode: usage, facts: { code, file, mistakes } };
  }
  if (error instanceof NobodyReceives)
    return { message: zh.commands.receive.noOffice, exitCode: usage, facts: { code: 'noOffice' } };
  if (error instanceof ServerUnreachable) {
    const message = zh.server.lost(error.deadlineMs / 1000);
    return { message, exitCode: unreachable, facts: { code: 'unreachable' } };
  }
  if (error instanceof NoWorkerAnswers) {
    const message = zh.server.noWorker(error.workflow, error.deadlineMs / 1000);
    return {
      message,
      exitCode: unreachable,
      facts: { code: 'noWorker', workflow: error.workflow },
    };
  }
  if (error instanceof TargetUnknown) {
    const message = zh.errors.noTarget(error.workflow);
    return { message, exitCode: refused, facts: { code: 'notFound', workflow: error.workflow } };
  }
  if (error instanceof OutcomeUnknown) {
    const { workflow, commandId } = error;
    const message = zh.server.unknownOutcome(workflow, commandId);
    return { message, exitCode: refused, facts: { code: 'unknown', workflow, commandId } };
  }
  if (error instanceof Refusal) {
    const message = zh.errors.refusal(error.workflow, error.event, whyWords(error.refused));
    return { message, exitCode: refused, facts: { code: 'refused', ...error.refused } };
  }
  return encryptionFailure(error) ?? evidenceFailure(error) ?? unexpected(error);
}

function encryptionFailure(error: unknown): Failure | null {
  const { refused, usage } = exitCodes;
  if (error instanceof KeyError)
    return { message: error.message, exitCode: usage, facts: { code: 'keys' } };
  const code = error instanceof MissingKeyError ? 'missingKey' : 'altered';
  if (!(error instanceof MissingKeyError || error instanceof AlteredPayloadError)) return null;
  return { message: error.message, exitCode: refused, facts: { code, key: error.keyId } };
}

function unexpected(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return {
    message: zh.errors.unexpected(message),
    exitCode: exitCodes.refused,
    facts: { code: 'unexpected', message },
  };
}
