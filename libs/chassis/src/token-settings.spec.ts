import { describe, expect, it } from 'vitest';
import { readSettings, SettingsFault } from './settings.js';
import { TokenSettings, tokenRulesOf } from './token-settings.js';

const read = (given: Record<string, string>) => tokenRulesOf(readSettings(TokenSettings, { JWKS_URL: 'https://login.example/keys', ...given }));

describe('whose tokens count', () => {
  it('is identity, when nobody says', () => {
    expect(read({})).toEqual({ audience: 'millrace', algorithms: ['EdDSA'], type: 'at+jwt', claims: {} });
  });

  it('can be another provider, with its own words', () => {
    const given = {
      TOKEN_AUDIENCE: 'erp',
      TOKEN_ALGORITHMS: 'RS256,ES256',
      TOKEN_TYPE: 'JWT',
      TOKEN_CLAIMS: 'company=https://erp.example/company,permissions=roles',
    };
    const claims = { company: 'https://erp.example/company', permissions: 'roles' };
    expect(read(given)).toEqual({ audience: 'erp', algorithms: ['RS256', 'ES256'], type: 'JWT', claims });
  });

  it.each<Record<string, string>>([
    { TOKEN_ALGORITHMS: 'HS256' },
    { TOKEN_ALGORITHMS: 'EdDSA,none' },
    { TOKEN_TYPE: 'id+jwt' },
    { TOKEN_CLAIMS: 'salary=pay' },
    { TOKEN_CLAIMS: 'company' },
    { TOKEN_CLAIMS: 'sub=email' },
  ])('is not settled by %o', (given) => {
    expect(() => read(given)).toThrow(SettingsFault);
  });
});
