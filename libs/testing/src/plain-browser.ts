/** What a browser shows: a page of the site, or the address outside to which it was sent. */
export type Shown = Readonly<{ url: URL; status: number; text: string; headers: Headers }>;

type Cookie = Readonly<{ value: string; path: string; attributes: string }>;

const MOST_REDIRECTS = 20;

/**
 * A browser without scripts, on one site: it keeps cookies, follows redirects as long as they stay on the site, and sends the
 * forms that it was shown, with the fields that they hide.
 */
export class PlainBrowser {
  readonly cookies = new Map<string, Cookie>();
  shown?: Shown;

  constructor(private readonly site: string) {}

  /** Follows a link, and all redirects on the site. */
  async open(url: string | URL, init: RequestInit = {}): Promise<Shown> {
    let [target, sending] = [new URL(url, this.shown?.url ?? this.site), init];
    for (let at = 0; at < MOST_REDIRECTS; at++) {
      if (target.origin !== new URL(this.site).origin) return this.show({ url: target, status: 0, text: '', headers: new Headers() });
      const answer = await fetch(target, {
        ...sending,
        redirect: 'manual',
        headers: { accept: 'text/html', ...this.cookieHeader(target), ...sending.headers },
      });
      for (const line of answer.headers.getSetCookie()) this.take(line, target);
      const location = answer.headers.get('location');
      if (location === null) return this.show({ url: target, status: answer.status, text: await answer.text(), headers: answer.headers });
      await answer.arrayBuffer();
      [target, sending] = [new URL(location, target), {}];
    }
    throw new Error(`${target.href} goes round in circles`);
  }

  /**
   * Sends the form that has this button, with its hidden fields and what is filled in.
   *
   * @param button The text on it.
   */
  submit(button: string, filled: Readonly<Record<string, string>> = {}): Promise<Shown> {
    const { text, url } = this.shown!;
    for (const [, attributes, body] of text.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)) {
      const pressed = [...body!.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].find(([, , label]) => label === button);
      if (!pressed) continue;
      const fields = Object.fromEntries([...body!.matchAll(/<input([^>]*)>/g)].map(([, input]) => [attribute(input!, 'name'), attribute(input!, 'value')]));
      const name = attribute(pressed[1]!, 'name');
      const sent = { ...fields, ...filled, ...(name === '' ? {} : { [name]: attribute(pressed[1]!, 'value') }) };
      return this.open(attribute(attributes!, 'action') || url, { method: 'POST', body: new URLSearchParams(sent) });
    }
    throw new Error(`There is no button "${button}" on ${url.href}: ${text}`);
  }

  private show(shown: Shown): Shown {
    this.shown = shown;
    return shown;
  }

  private cookieHeader({ pathname }: URL): Record<string, string> {
    const fitting = [...this.cookies].filter(([, { path }]) => path === '/' || pathname === path || pathname.startsWith(`${path}/`));
    return fitting.length === 0 ? {} : { cookie: fitting.map(([key, { value }]) => `${key.split(' ')[0]}=${value}`).join('; ') };
  }

  private take(line: string, { pathname }: URL): void {
    const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
    const attributes = rest.join('; ');
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const path = /(?:^|; )path=([^;]+)/i.exec(attributes)?.[1] ?? pathname;
    const expires = /expires=([^;]+)/i.exec(attributes)?.[1];
    if (value === '' || (expires !== undefined && Date.parse(expires) < Date.now())) this.cookies.delete(`${name} ${path}`);
    else this.cookies.set(`${name} ${path}`, { value, path, attributes });
  }
}

function attribute(text: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
