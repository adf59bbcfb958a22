import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@millrace/kernel';
import { Pool } from 'undici';
import { isPassing } from './passing-fault.js';

export type Credentials = Readonly<{ email: string; password: string }>;

/** Where tokens come from when not from a password; one that was refused is not given again. */
export type TokenSource = Readonly<{ accessToken(refused?: string): Promise<string> }>;

export type ApiProblem = Readonly<{ status: number; code: string; detail: string; errors?: readonly { pointer: string; detail: string }[] }>;

/** An answer that is a problem document. */
export class ApiError extends Error {
  constructor(
    readonly method: string,
    readonly path: string,
    readonly problem: ApiProblem,
  ) {
    super(`${method} ${path}: ${problem.status} ${problem.code}: ${problem.detail}`);
  }
}

/** No token is to be had, which is for a person to mend: asking again changes nothing. */
class NoToken extends Error {
  constructor(cause: unknown) {
    super('no token', { cause });
  }
}

export type ApiAnswer<T> = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: T }>;
export type CallOptions = Readonly<{ body?: unknown; key?: string; headers?: Readonly<Record<string, string>>; retryForMs?: number }>;

/** What a client repeats with the same key: the request is sound, and the suite is not able just now. */
const AGAIN = new Set([429, 502, 503, 504]);
const AGAIN_CODES = new Set(['idempotency-key-in-flight']);
const TOKEN_MARGIN_MS = 60_000;
const REPEAT_FIRST_MS = 100;
const REPEAT_LONGEST_MS = 1_000;

/** A client of the gateway, as any business app has one: signs in, repeats what may be repeated, gives writes their keys. */
export class ApiClient {
  private readonly pool: Pool;
  private readonly tokens?: TokenSource;
  private token?: { value: string; until: number };
  private refused?: string;
  private signingIn?: Promise<string>;

  constructor(
    readonly gateway: string,
    private readonly credentials: Credentials | TokenSource,
    private readonly companyId?: string,
    private readonly connections = 128,
    /** Where its tokens come from when not from this address. */
    tokens?: ApiClient,
  ) {
    this.tokens = tokens ?? ('accessToken' in credentials ? credentials : undefined);
    this.pool = new Pool(gateway, { connections, headersTimeout: 90_000, bodyTimeout: 90_000 });
  }

  /** By somebody's sign-in, which chose its company, and not by a password. */
  get isSignedIn(): boolean {
    return 'accessToken' in this.credentials;
  }

  /** The same client for a company; by a password, since a sign-in has chosen its own. */
  forCompany(companyId: string): ApiClient {
    return new ApiClient(this.gateway, this.credentials, companyId);
  }

  /** The same client at another address that takes the same tokens. */
  at(address: string): ApiClient {
    return new ApiClient(address, this.credentials, this.companyId, this.connections, this);
  }

  async get<T = unknown>(path: string, options: CallOptions = {}): Promise<T> {
    return (await this.call<T>('GET', path, options)).body;
  }

  async post<T = unknown>(path: string, body: unknown, options: CallOptions = {}): Promise<T> {
    return (await this.call<T>('POST', path, { body, ...options })).body;
  }

  /** Every row of a list, page by page. */
  async *all<T>(path: string, options: CallOptions = {}): AsyncGenerator<T> {
    const more = path.includes('?') ? '&' : '?';
    for (let after = ''; ; ) {
      const page = await this.get<{ data: T[]; next?: string }>(`${path}${more}limit=200${after && `&after=${encodeURIComponent(after)}`}`, options);
      yield* page.data;
      if (!page.next) return;
      after = page.next;
    }
  }

  /** The same as one list. */
  async list<T>(path: string, options: CallOptions = {}): Promise<T[]> {
    const rows: T[] = [];
    for await (const row of this.all<T>(path, options)) rows.push(row);
    return rows;
  }

  /**
   * One call, repeated while the suite cannot take it, for two minutes unless told otherwise.
   *
   * @throws ApiError with the problem that it answered in the end.
   */
  async call<T>(method: string, path: string, { body, key, headers = {}, retryForMs = 120_000 }: CallOptions = {}): Promise<ApiAnswer<T>> {
    const end = Date.now() + retryForMs;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const own: Record<string, string> = method === 'GET' ? {} : { 'idempotency-key': key ?? newId() };
    let [renewed, sentToken] = [false, ''];
    for (let wait = REPEAT_FIRST_MS; ; wait = Math.min(wait * 2, REPEAT_LONGEST_MS)) {
      try {
        sentToken = await this.tokenToSend();
        const sent = {
          authorization: `Bearer ${sentToken}`,
          ...own,
          ...headers,
          ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        };
        return await this.send<T>(method, path, sent, text);
      } catch (error) {
        if (error instanceof NoToken) throw error.cause;
        const refused = error instanceof ApiError ? error.problem : undefined;
        if (refused?.code === 'token-invalid' && !renewed) {
          renewed = true;
          this.refused = sentToken;
          this.token = undefined;
          continue;
        }
        if ((refused && !AGAIN.has(refused.status) && !AGAIN_CODES.has(refused.code)) || Date.now() > end) throw error;
        await sleep(wait);
      }
    }
  }

  /** One attempt without a token or a key of ours: for looking at what the gateway makes of it. */
  async send<T>(method: string, path: string, headers: Readonly<Record<string, string>>, body?: string | Buffer): Promise<ApiAnswer<T>> {
    const answer = await this.pool.request({ method: method, path, headers, body });
    const text = await answer.body.text();
    const parsed = (text === '' || !/json/.test(String(answer.headers['content-type'])) ? text : JSON.parse(text)) as T;
    if (answer.statusCode >= 400)
      throw new ApiError(method, path, { code: 'unknown', detail: text.slice(0, 200), ...(parsed as object), status: answer.statusCode });
    return { status: answer.statusCode, headers: answer.headers as Record<string, string>, body: parsed };
  }

  /** A good token; not the one that was refused. */
  async accessToken(refused?: string): Promise<string> {
    if (refused !== undefined && this.token?.value === refused) this.token = undefined;
    if (this.tokens) return this.tokens.accessToken(this.refused);
    if (this.token && this.token.until > Date.now() + TOKEN_MARGIN_MS) return this.token.value;
    this.signingIn ??= this.signIn().finally(() => (this.signingIn = undefined));
    return this.signingIn;
  }

  private async tokenToSend(): Promise<string> {
    return this.accessToken().catch((error: unknown) => {
      throw error instanceof ApiError || isPassing(error) ? error : new NoToken(error);
    });
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async signIn(): Promise<string> {
    const { email, password } = this.credentials as Credentials;
    const body = {
      grantType: 'password',
      login: email,
      secret: password,
      ...(this.companyId ? { companyId: this.companyId } : {}),
    };
    const { body: answer } = await this.send<{ accessToken: string; expiresIn: number }>(
      'POST',
      '/v1/tokens',
      { 'content-type': 'application/json' },
      JSON.stringify(body),
    );
    this.token = { value: answer.accessToken, until: Date.now() + answer.expiresIn * 1_000 };
    return answer.accessToken;
  }
}
