/** The channels of this installation: a folder always, email where a mail server is set. */
import { createChannels, type Channels } from '../../activities/channels/channels';
import { createFileOutbox } from '../../activities/channels/file-outbox';
import { createSmtp } from '../../activities/channels/smtp';
import { SmtpConfigError } from '../../activities/channels/smtp-options';
import { CliFailure, exitCodes, type CliContext } from '../command';

export const outboxName = 'outbox';

interface Folders {
  readonly outbox: string;
  readonly sent: string;
}

/** @throws CliFailure when the settings for email cannot be used */
export function channelsOf(
  { env, now }: Pick<CliContext, 'env' | 'now'>,
  { outbox, sent }: Folders,
): Channels {
  const folder = createFileOutbox({ folder: outbox, now, name: outboxName });
  const url = env['SMTP_URL'] ?? '';
  if (url === '') return createChannels([folder]);
  try {
    const from = env['SMTP_FROM'] ?? '';
    return createChannels([folder, createSmtp({ url, from, sentFolder: sent, now })]);
  } catch (error) {
    if (!(error instanceof SmtpConfigError)) throw error;
    throw new CliFailure(
      `邮件设置有误：${error.message}（SMTP_URL、SMTP_FROM）。`,
      exitCodes.usage,
    );
  }
}
