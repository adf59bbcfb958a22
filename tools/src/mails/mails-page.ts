import { createHash } from 'node:crypto';
import type { KeptMail } from '@millrace/embedded';

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
article{border-top:1px solid;padding:1rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:0}dd{margin:0}pre{white-space:pre-wrap;overflow-wrap:anywhere}`;

/** Nothing of a mail does anything here: no script, no picture, no link. */
export const MAILS_POLICY = `default-src 'none';style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}';base-uri 'none';form-action 'none';frame-ancestors 'none'`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (each) => escapes[each]!);

/** Mails as text, the newest first. */
export function mailsPage(mails: readonly KeptMail[]): string {
  const shown = mails.length === 0 ? '<p>No mail yet.</p>' : mails.map(mailShown).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Mails – Millrace</title><style>${STYLE}</style></head>
<body><main><h1>Mails</h1><p>They went no further than here.</p>
${shown}
</main></body></html>`;
}

function mailShown({ number, takenAt, from, to, subject, text }: KeptMail): string {
  const rows = { to: to.join(', '), from, at: takenAt };
  const heads = Object.entries(rows).map(([name, value]) => `<dt>${name}</dt><dd>${escape(value)}</dd>`);
  return `<article id="mail-${number}"><h2>${escape(subject)}</h2><dl>${heads.join('')}</dl><pre>${escape(text)}</pre></article>`;
}
