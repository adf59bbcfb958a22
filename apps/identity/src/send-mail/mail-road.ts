import type { SMTPTransportOptions } from 'nodemailer';
import type { IdentitySettings } from '../identity-settings.js';

const [CONNECT_MS, SILENCE_MS] = [10_000, 20_000];

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(?:\.[0-9]{1,3}){3}$/.test(host);

type RoadSettings = Pick<IdentitySettings, 'MAIL_URL' | 'SMTP_USERNAME' | 'SMTP_PASSWORD'>;

/**
 * How mails go to their server. `smtps:` is TLS from the first byte. `smtp:` turns to TLS before anything is said, and
 * goes no further without. `smtp+plain:` takes TLS where it is offered, for a server inside one's own network. To this very machine it stays plain, where nobody is in between.
 */
export function roadOf({ MAIL_URL, SMTP_USERNAME, SMTP_PASSWORD }: RoadSettings): SMTPTransportOptions {
  const url = new URL(MAIL_URL!);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const stays = !secure && isLoopback(host);
  const user = SMTP_USERNAME ?? decodeURIComponent(url.username);
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ignoreTLS: stays,
    requireTLS: !secure && !stays && url.protocol === 'smtp:',
    tls: { minVersion: 'TLSv1.2' },
    ...(user === '' ? {} : { auth: { user, pass: SMTP_PASSWORD ?? decodeURIComponent(url.password) } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
