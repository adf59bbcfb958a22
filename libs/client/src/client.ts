import createFetchClient, { type Client as FetchClient, type Middleware } from 'openapi-fetch';
import { type Answer, pause, ProblemError, unwrapped } from './answers.js';
import type { paths } from './api.js';
import { writeQuery } from './query.js';
import { retryAfterMs } from './retry-after.js';

export type ClientOptions = Readonly<{
  /** Of the gateway, such as `http://127.0.0.1:8080`. */
  baseUrl: string;
  /** E-mail address of a user, or client id of a service account. */
  login: string;
  secret: string;
  /** The company to act for; the only one of the account when absent. */
  companyId?: string;
  /** For tests, and for those who go through something of their own. */
  fetch?: (request: Request) => Promise<Response>;
}>;

/** What is read: lists are files too, for who asks for one by hand. */
type Json = 'application/json' | 'application/problem+json';

/** Every path of the API with what it takes and answers; each call is signed in, and each write has a key. */
export type Client = FetchClient<paths, Json>;

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 100;
/** Sound requests that the suite could not take just now. */
const AGAIN = new Set([429, 502, 503, 504]);
/** A token is renewed so long before it ends. */
const TOKEN_MARGIN_MS = 60_000;

export function createClient({ baseUrl, login, secret, companyId, fetch: send = fetch }: ClientOptions): Client {
  const ask = (request: Request) => withRepeats(send, request);
  const open = createFetchClient<paths, Json>({ baseUrl, fetch: ask });
  const grantType = login.includes('@') ? 'password' : 'client-credentials';
  const tokens = new Tokens(() => unwrapped(open.POST('/v1/tokens', { body: { grantType, login, secret, companyId } })));
  const client = createFetchClient<paths, Json>({ baseUrl, fetch: ask, querySerializer: writeQuery });
  client.use(signedIn(tokens), keyed);
  return client;
}

type Token = Readonly<{ accessToken: string; expiresIn: number }>;

/** One token for all calls, fetched when there is none that lasts. */
class Tokens {
  private current?: Promise<Token>;
  private until = 0;

  constructor(private readonly signIn: () => Promise<Token>) {}

  async get(): Promise<string> {
    if (Date.now() > this.until) {
      this.until = Number.POSITIVE_INFINITY;
      this.current = this.signIn();
      this.current.then(
        ({ expiresIn }) => (this.until = Date.now() + expiresIn * 1_000 - TOKEN_MARGIN_MS),
        () => (this.until = 0),
      );
    }
    return (await this.current!).accessToken;
  }
}

function signedIn(tokens: Tokens): Middleware {
  return {
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${await tokens.get()}`);
      return request;
    },
  };
}

/** The same key goes out with each repeat, so that a write happens once. */
const keyed: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', crypto.randomUUID());
    return request;
  },
};

async function withRepeats(send: (request: Request) => Promise<Response>, request: Request): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(request.clone());
    if (!AGAIN.has(answer.status) || attempt === ATTEMPTS) return answer;
    await pause(Math.max(retryAfterMs(answer.headers.get('retry-after')), FIRST_PAUSE_MS * 2 ** attempt));
  }
}

type PageAnswer<Row> = Answer<{ data: Row[]; next?: string }>;

/**
 * Every row of a list, page by page:
 * `pagesOf((after) => client.GET('/v1/items', { params: { query: { after } } }))`.
 *
 * @throws ProblemError
 */
export async function* pagesOf<Row>(read: (after: string | undefined) => Promise<PageAnswer<Row>>): AsyncGenerator<Row> {
  for (let after: string | undefined; ; ) {
    const { data: page, error } = await read(after);
    if (error) throw new ProblemError(error);
    yield* page!.data;
    if (page!.next === undefined) return;
    after = page!.next;
  }
}
