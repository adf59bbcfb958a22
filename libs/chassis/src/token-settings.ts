import { IsIn, IsString, IsUrl, Matches } from 'class-validator';
import { CLAIM_NAMES, type ClaimName, type TokenRules } from './http/token-verifier.js';

const ALGORITHMS = /^(EdDSA|ES256|RS256|PS256)(,(EdDSA|ES256|RS256|PS256))*$/;
const CLAIMS = new RegExp(`^((${CLAIM_NAMES.join('|')})=[^,=\\s]+(,(${CLAIM_NAMES.join('|')})=[^,=\\s]+)*)?$`);

/** Whose access tokens count, and how they say what they say: identity's, unless another provider stands in its place. */
export class TokenSettings {
  @IsUrl({ require_tld: false }) readonly JWKS_URL!: string;
  @IsString() readonly TOKEN_ISSUER: string = 'millrace';
  @IsString() readonly TOKEN_AUDIENCE: string = 'millrace';
  /** Never one with a shared secret. */
  @Matches(ALGORITHMS, { message: 'TOKEN_ALGORITHMS must be a list of EdDSA, ES256, RS256 and PS256' }) readonly TOKEN_ALGORITHMS: string = 'EdDSA';
  /** What the header of a token calls it; `JWT` where a provider does not know RFC 9068. */
  @IsIn(['at+jwt', 'JWT']) readonly TOKEN_TYPE: string = 'at+jwt';
  /** Where a claim has another name: `company=https://erp.example/company,permissions=roles`. */
  @Matches(CLAIMS, { message: `TOKEN_CLAIMS must be a list such as company=org_id,permissions=scopes; claims: ${CLAIM_NAMES.join(', ')}` })
  readonly TOKEN_CLAIMS: string = '';
}

export function tokenRulesOf({ TOKEN_AUDIENCE: audience, TOKEN_ALGORITHMS, TOKEN_TYPE: type, TOKEN_CLAIMS }: TokenSettings): TokenRules {
  const named = TOKEN_CLAIMS.split(',').filter(Boolean);
  const claims = Object.fromEntries(named.map((each) => each.split('=') as [ClaimName, string]));
  return { audience, type, algorithms: TOKEN_ALGORITHMS.split(','), claims };
}
