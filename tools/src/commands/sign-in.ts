import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { isId } from '@millrace/kernel';
import { decodeJwt } from 'jose';
import { type ApiClient, ApiError } from '../api/api-client.js';
import { companyIdOf, NoSuchCompany } from '../api/companies.js';
import { operatorClient, signedInAt } from '../sign-in/operator-client.js';
import { SignInProvider } from '../sign-in/provider.js';
import { type SignIn, SignInFile } from '../sign-in/sign-in-file.js';
import { credentialsOfEnvironment } from '../site/environment-variables.js';
import { findSite, type Site } from '../site/site.js';
import { bold, print, printJson } from './output.js';

type Json = Readonly<{ json?: boolean }>;

/** What is shown of a sign-in: never a token. */
const shown = (gateway: string, { subject, name, email, companyId }: SignIn) => ({
  gateway,
  accountId: subject,
  name,
  email,
  ...(companyId ? { companyId } : {}),
});

/** Signs in by a code that is entered in a browser; a sign-in that was there is ended. */
export async function login({ company, json }: Json & Readonly<{ company?: string }>): Promise<void> {
  const site = findSite();
  const { gateway } = site;
  const [file, provider] = [SignInFile.default(), await SignInProvider.of(gateway)];
  const companyId = company === undefined ? undefined : await companyToSignInTo(site, company);
  const signIn = await provider.signIn(({ code, address, minutes }) => {
    process.stderr.write(`Open ${bold(address)}\nand enter the code ${bold(code)} there, within ${minutes} minutes.\n`);
  }, companyId);
  await file.locked(async () => {
    const before = file.read(gateway);
    file.write(gateway, signIn);
    if (before) await provider.signOut(before).catch(() => {}); // It may be over already.
  });
  if (json) printJson(shown(gateway, signIn));
  else print(`Signed in to ${gateway} as ${signIn.name} (${signIn.email}).`);
}

/** A company is named before anybody has signed in, so that its name is looked up as who commands act as until then. */
async function companyToSignInTo(site: Site, company: string): Promise<string> {
  if (isId(company)) return company;
  let caller: ApiClient | undefined;
  try {
    caller = operatorClient(site);
    return await companyIdOf(caller, company);
  } catch (error) {
    if (error instanceof NoSuchCompany) throw error;
    throw new Error(
      `Nobody who may look up the company ${company} is signed in yet (${(error as Error).message}): name it by its id. Whoever signs in without --company and belongs to it alone needs none; POST /v1/tokens lists your companies with their ids.`,
      { cause: error },
    );
  } finally {
    await caller?.close();
  }
}

/** Ends the sign-in, here and at identity. */
export async function logout({ json }: Json): Promise<void> {
  const { gateway } = findSite();
  const file = SignInFile.default();
  const left = await file.locked(async () => {
    const signIn = file.read(gateway);
    if (!signIn) return 'nobody';
    file.write(gateway, undefined);
    return endAt(gateway, signIn);
  });
  if (json) return printJson({ gateway, signedOut: left !== 'nobody', told: left === undefined });
  if (left === 'nobody') return print(`Nobody was signed in to ${gateway}.`);
  print(left === undefined ? `Signed out of ${gateway}.` : `Signed out here; ${gateway} could not be told (${left}), so end the sign-in there too.`);
}

/** Nothing, or why the provider does not know of it. */
async function endAt(gateway: string, signIn: SignIn): Promise<string | undefined> {
  try {
    await (await SignInProvider.of(gateway)).signOut(signIn);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

type Claims = Readonly<{ sub: string; company?: string; permissions?: string[] }>;
type Actor = Readonly<{ accountId: string; name?: string; email: string; companyId?: string; permissions: readonly string[] }>;

/** Who commands act as, as the suite says just now and no file of ours: a new token is asked for. */
export async function whoami({ json }: Json): Promise<void> {
  const site = findSite();
  const { gateway } = site;
  const actor = await actorAt(site);
  if (json) return printJson({ gateway, ...actor });
  const { name, email, companyId, permissions } = actor;
  print(`${name === undefined ? email : `${name} (${email})`} at ${gateway}, ${companyId === undefined ? 'for no company' : `for company ${companyId}`}`);
  print(permissions.join('\n'));
}

/** @throws SignInEnded, or ApiError when a password is refused. */
export async function actorAt(site: Pick<Site, 'gateway' | 'administrator'>, file = SignInFile.default()): Promise<Actor> {
  const signIn = credentialsOfEnvironment() ? undefined : file.read(site.gateway);
  const caller = operatorClient(site, file);
  try {
    // A token of a sign-in that has ended opens things for a minute more; a renewal is refused at once.
    const token = await (signIn ? signedInAt(site.gateway, file).accessToken(signIn.accessToken) : caller.accessToken());
    const { sub: accountId, company, permissions = [] } = decodeJwt<Claims>(token);
    const { name, email } = signIn ?? { name: undefined, email: (credentialsOfEnvironment() ?? site.administrator).email };
    return { accountId, ...(name === undefined ? {} : { name }), email, ...(company ? { companyId: company } : {}), permissions };
  } finally {
    await caller.close();
  }
}

type Call = Json & Readonly<{ body?: string; ifMatch?: string; key?: string; company?: string }>;

/** One call of the API as who is signed in, with its answer. */
export async function api(method: string, path: string, { body, ifMatch, key, company }: Call): Promise<void> {
  const operator = operatorClient(findSite());
  try {
    const caller = company === undefined ? operator : await inCompany(operator, company);
    const { body: answer } = await caller.call<unknown>(method.toUpperCase(), path, {
      body: body === undefined ? undefined : await bodyOf(body),
      headers: ifMatch === undefined ? {} : { 'if-match': entityTag(ifMatch) },
      key,
      retryForMs: 5_000,
    });
    if (typeof answer === 'string') print(answer);
    else printJson(answer);
  } catch (error) {
    throw withHint(error);
  } finally {
    await operator.close();
  }
}

/**
 * The same caller for a company. The token of a sign-in is for the company that was chosen then, so that another one is refused rather
 * than left out.
 */
async function inCompany(operator: ApiClient, company: string): Promise<ApiClient> {
  const { company: chosen } = decodeJwt<Claims>(await operator.accessToken());
  const companyId = company === chosen ? company : await companyIdOf(operator, company);
  if (companyId === chosen) return operator;
  if (operator.isSignedIn)
    throw new Error(
      `Your sign-in is for ${chosen === undefined ? 'no company' : `company ${chosen}`}: "millrace login --company ${companyId}" signs in for that one.`,
    );
  return operator.forCompany(companyId);
}

/** What is missing here is an option of the command. */
function withHint(error: unknown): unknown {
  if (!(error instanceof ApiError) || error.problem.code !== 'company-required') return error;
  return new Error(`${error.message} Name one with --company, by its name or id.`, { cause: error });
}

/** A version is sent as the entity tag that it stands in. */
function entityTag(named: string): string {
  return /^[0-9]+$/.test(named) ? `"${named}"` : named;
}

/** A body as somebody names it: itself, `@file`, or `-` for standard input. No JSON begins like the last two. */
export async function bodyOf(named: string, input: NodeJS.ReadableStream = process.stdin): Promise<unknown> {
  if (named === '-') return parsed(await text(input));
  return parsed(named.startsWith('@') ? await readFile(named.slice(1), 'utf8') : named);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Error(`The body is no JSON: ${(error as Error).message}`, { cause: error });
  }
}
