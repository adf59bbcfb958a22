import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { decodeJwt } from 'jose';
import { operatorClient } from '../sign-in/operator-client.js';
import { SignInProvider } from '../sign-in/provider.js';
import { SignedIn } from '../sign-in/signed-in.js';
import { type SignIn, SignInFile } from '../sign-in/sign-in-file.js';
import { findSite } from '../site/site.js';
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
  const { gateway } = findSite();
  const [file, provider] = [SignInFile.default(), await SignInProvider.of(gateway)];
  const signIn = await provider.signIn(({ code, address, minutes }) => {
    process.stderr.write(`Open ${bold(address)}\nand enter the code ${bold(code)} there, within ${minutes} minutes.\n`);
  }, company);
  await file.locked(async () => {
    const before = file.read(gateway);
    file.write(gateway, signIn);
    if (before) await provider.signOut(before).catch(() => {}); // It may be over already.
  });
  if (json) printJson(shown(gateway, signIn));
  else print(`Signed in to ${gateway} as ${signIn.name} (${signIn.email}).`);
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

/** Who commands act as; renews the sign-in when that is due, so that it is known to be good. */
export async function whoami({ json }: Json): Promise<void> {
  const { gateway } = findSite();
  const file = SignInFile.default();
  const signIn = file.read(gateway);
  if (!signIn) throw new Error(`Nobody is signed in to ${gateway}: sign in with "millrace login".`);
  const claims = decodeJwt(await new SignedIn(gateway, file, (address) => SignInProvider.of(address)).accessToken());
  const { company, permissions = [] } = claims as { company?: string; permissions?: string[] };
  if (json) return printJson({ ...shown(gateway, signIn), ...(company ? { companyId: company } : {}), permissions });
  print(`${signIn.name} (${signIn.email}) at ${gateway}, ${company === undefined ? 'for no company' : `for company ${company}`}`);
  print(permissions.join('\n'));
}

type Call = Json & Readonly<{ body?: string; ifMatch?: string; key?: string }>;

/** One call of the API as who is signed in, with its answer. */
export async function api(method: string, path: string, { body, ifMatch, key }: Call): Promise<void> {
  const caller = operatorClient(findSite());
  try {
    const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
    const { body: answer } = await caller.call<unknown>(method.toUpperCase(), path, {
      body: body === undefined ? undefined : await bodyOf(body),
      headers,
      key,
      retryForMs: 5_000,
    });
    if (typeof answer === 'string') print(answer);
    else printJson(answer);
  } finally {
    await caller.close();
  }
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
