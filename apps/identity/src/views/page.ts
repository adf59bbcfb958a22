import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in HTML, in attributes too. */
export const escape = (text: string) => text.replace(/[&<>"']/g, (each) => escapes[each]!);

const STYLE = `:root{color-scheme:light dark}body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem}
label{display:block;margin:1rem 0 .25rem}input{font:inherit;width:100%;padding:.6rem;box-sizing:border-box}
button{font:inherit;padding:.6rem 1.2rem;margin:1.5rem .5rem 0 0;min-height:2.75rem}code{font-size:1.5rem;letter-spacing:.1em}
[role=alert]{border-left:.25rem solid #b3261e;padding:.5rem 1rem}.hint{font-size:.9375rem}`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** All that people typed is escaped, so that nothing of theirs looks like this. */
const SCRIPT = '<script type="module" src="';

/**
 * What a browser may do with a page: nothing but to show it with its own style and to send its forms here; where it takes a
 * passkey also to run the one script of this place.
 *
 * @param leadsTo Where the sign-in leads back to: browsers hold the redirect that answers a form against this rule too.
 */
export function pagePolicy(leadsTo?: unknown, page = ''): string {
  const back = typeof leadsTo === 'string' ? URL.parse(leadsTo) : null;
  const target = back ? ` ${back.origin === 'null' ? back.protocol : back.origin}` : '';
  return `default-src 'none';script-src${page.includes(SCRIPT) ? " 'self'" : ''};style-src 'sha256-${STYLE_HASH}';base-uri 'none';form-action 'self'${target};frame-ancestors 'none'`;
}

/** A page of identity: one heading, and no script unless its body brings one. */
export const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} – Millrace</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;

export const alert = (fault: string | undefined) => (fault === undefined ? '' : `<p role="alert" id="fault">${escape(fault)}</p>`);
/** Of a field that the alert is about. */
export const described = (fault: string | undefined) => (fault === undefined ? '' : ' aria-describedby="fault" aria-invalid="true"');
export const hidden = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
    .join('');

/** What every form carries: a mark that only the browser gets that it was shown to. */
export type Form = Readonly<{ mark: string; fault?: string }>;

/** A page that only says something. */
export function messagePage(title: string, text: string): string {
  return page(title, `<p>${escape(text)}</p>`);
}

export function html(reply: FastifyReply, status: number, page: string, leadsTo?: unknown): FastifyReply {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': pagePolicy(leadsTo, page),
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  return reply.status(status).headers(headers).send(page);
}
