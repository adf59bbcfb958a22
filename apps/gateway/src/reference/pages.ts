import type { ProblemEntry } from './problems.js';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (each) => escapes[each]!);

const shell = (title: string, head: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title>${head}</head><body>${body}</body></html>`;

/** The reference: Swagger UI over the merged document, with calls to try. */
export const referencePage = shell(
  'Millrace API',
  '<link rel="stylesheet" href="/reference/ui/swagger-ui.css"><link rel="icon" href="/reference/ui/favicon-32x32.png">',
  '<div id="reference"></div><script src="/reference/ui/swagger-ui-bundle.js"></script><script src="/reference/start.js"></script>',
);

export const referenceScript = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  docExpansion: 'none',
  filter: true,
  persistAuthorization: true,
  tryItOutEnabled: false,
  showExtensions: true,
  validatorUrl: null,
});`;

const STYLE = '<style>body{font:16px/1.5 system-ui;max-width:46rem;margin:3rem auto;padding:0 1rem}code{font-size:1.1em}</style>';

/** Every problem code, by the alphabet, each with what it means where that is said. */
export function problemsPage(problems: Iterable<ProblemEntry>): string {
  const list = [...problems]
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map(
      ({ code, meaning }) =>
        `<li><a href="/problems/${escape(code)}"><code>${escape(code)}</code></a>${meaning === undefined ? '' : ` ${escape(meaning)}`}</li>`,
    )
    .join('');
  return shell(
    'Problems',
    STYLE,
    `<h1>Problems</h1><p>The <code>code</code> of every answer that is a problem.</p><ul>${list}</ul><p><a href="/reference">All routes</a></p>`,
  );
}

/** What a problem code means, and which operations answer with it. */
export function problemPage({ code, meaning, operations }: ProblemEntry): string {
  const list = operations.map((each) => `<li>${escape(each)}</li>`).join('');
  const where = operations.length > 0 ? `<p>Answered by:</p><ul>${list}</ul>` : '<p>Any route may answer with it.</p>';
  const what = meaning ?? 'A refusal of the business: <code>detail</code> in the answer says what is wrong and what would be right.';
  return shell(
    code,
    STYLE,
    `<h1><code>${escape(code)}</code></h1><p>${meaning === undefined ? what : escape(what)}</p>${where}<p><a href="/problems">All problems</a> · <a href="/reference">All routes</a></p>`,
  );
}
