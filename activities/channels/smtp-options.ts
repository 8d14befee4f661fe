/** What SMTP_URL and the sender mean for the mail library, checked at start and not with the first mail. */

/** Thrown at start when the settings for email cannot be used. Never repeats the URL, which may hold a password. */
export class SmtpConfigError extends Error {
  override readonly name = 'SmtpConfigError';
}

/** Timeouts for each phase within that of the attempt, so that the error says which phase it was. */
export function transportOptions(url: string, from: string, timeoutMs: number) {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'smtp:' && protocol !== 'smtps:') {
    throw new SmtpConfigError('SMTP_URL 应如 smtp://用户:密码@mail.example.org:587');
  }
  if (!/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?\s*$/.test(from)) {
    throw new SmtpConfigError('发件人应如 整改办 <zgb@example.org>');
  }
  const phase = Math.ceil(timeoutMs / 2);
  return {
    url,
    connectionTimeout: phase,
    greetingTimeout: phase,
    dnsTimeout: phase,
    socketTimeout: phase,
    socketCloseTimeout: 1_000,
  };
}
