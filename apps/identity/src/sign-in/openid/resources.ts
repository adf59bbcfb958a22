import { isId } from '@millrace/kernel';
import { errors, type ResourceServer } from 'oidc-provider';
import { ACCESS_TOKEN_SECONDS } from '../access-claims.js';

/** Who has it may act in the suite for the person, with the person's roles; without it a sign-in only says who somebody is. */
export const API_SCOPE = 'api';

/** What tokens are for: the suite, or one company in it (RFC 8707), such as `https://erp.example/companies/0199…`. */
export class Resources {
  constructor(private readonly publicUrl: string) {}

  get all(): string {
    return this.publicUrl;
  }

  /** The company that a resource names; none when it names the whole suite. @throws InvalidTarget */
  companyOf(resource: string): string | undefined {
    if (resource === this.publicUrl || resource === `${this.publicUrl}/`) return undefined;
    const companyId = resource.startsWith(`${this.publicUrl}/companies/`) ? resource.slice(`${this.publicUrl}/companies/`.length) : '';
    if (!isId(companyId)) throw new errors.InvalidTarget();
    return companyId;
  }

  /** How its access tokens are made. @throws InvalidTarget */
  describe(resource: string): ResourceServer {
    this.companyOf(resource);
    return { scope: API_SCOPE, audience: 'millrace', accessTokenFormat: 'jwt', accessTokenTTL: ACCESS_TOKEN_SECONDS, jwt: { sign: { alg: 'EdDSA' } } };
  }
}
