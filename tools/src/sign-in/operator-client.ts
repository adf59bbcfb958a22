import { ApiClient } from '../api/api-client.js';
import { credentialsOfEnvironment } from '../site/environment-variables.js';
import type { Site } from '../site/site.js';
import { SignInProvider } from './provider.js';
import { SignedIn } from './signed-in.js';
import { SignInFile } from './sign-in-file.js';

/**
 * The client of who runs a command: as the environment says, else as whoever signed in, else as the administrator of the suite
 * on this machine.
 */
export function operatorClient({ gateway, administrator }: Pick<Site, 'gateway' | 'administrator'>, file = SignInFile.default()): ApiClient {
  const named = credentialsOfEnvironment();
  if (named) return new ApiClient(gateway, named);
  if (file.read(gateway)) return new ApiClient(gateway, signedInAt(gateway, file));
  if (administrator.email === '') throw new Error(`Nobody is signed in to ${gateway}: sign in with "millrace login".`);
  return new ApiClient(gateway, administrator);
}

/** Tokens of who has signed in to this address. */
export function signedInAt(gateway: string, file: SignInFile): SignedIn {
  return new SignedIn(gateway, file, (address) => SignInProvider.of(address));
}
