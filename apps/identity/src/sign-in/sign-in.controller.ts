import { ArrivedAs, Arrival, ProblemException, Public, Returns, TrailNotes } from '@millrace/chassis';
import { Clock } from '@millrace/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { SecondFactors } from '../persistence/second-factors.js';
import { SigningKeys } from '../persistence/signing-keys.js';
import { ACCESS_TOKEN_SECONDS, AccessClaims } from './access-claims.js';
import { Credentials } from '../persistence/credentials.js';
import { SignInDto, TokenDto } from './sign-in.dto.js';

@Controller('tokens')
export class SignInController {
  constructor(
    private readonly credentials: Credentials,
    private readonly access: AccessClaims,
    private readonly keys: SigningKeys,
    private readonly factors: SecondFactors,
    private readonly trail: TrailNotes,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  @Returns(
    200,
    TokenDto,
    'Get an access token for 15 minutes, for a person or an app',
    'sign-in-refused',
    'code-required',
    'code-wrong',
    'company-not-accessible',
  )
  async signIn(@Body() { grantType, login, secret, code, companyId: wished }: SignInDto, @ArrivedAs() arrival: Arrival): Promise<TokenDto> {
    const kind = grantType === 'password' ? 'user' : 'service';
    const isAbout = ({ id }: Readonly<{ id: string }>) => arrival.isAbout({ type: 'account', id });
    const account = await this.credentials.prove({ kind, login, secret, address: arrival.address, isAbout });
    if (!account) throw refused('sign-in-refused', 'The login or the secret is wrong, or the account is not active.');
    const access = await this.access.of(account, wished);
    if (await this.factors.has(account.id)) await this.takeCode(account.id, code, access ? 'prove' : 'fits');
    if (!access) throw new ProblemException(403, 'company-not-accessible', 'This account has no role in that company.');
    const expiresIn = account.tokenSeconds(this.clock.now(), ACCESS_TOKEN_SECONDS);
    const accessToken = await this.keys.sign(access.claims, account.id, expiresIn);
    this.trail.note({ companyId: access.companyId ?? null, subject: account.id, problem: null, ...arrival.noted });
    return {
      accessToken,
      tokenType: 'Bearer',
      expiresIn,
      companyId: access.companyId,
      companies: access.companies.map((company) => ({ companyId: company.id, name: company.name })),
    };
  }

  /** The code is answered for before the company, of which a password alone learns nothing; it is used up only when a token follows. */
  private async takeCode(accountId: string, code: string | undefined, way: 'prove' | 'fits'): Promise<void> {
    if (code === undefined) throw refused('code-required', 'This account signs in with an authenticator too: send its code.');
    if (!(await this.factors[way](accountId, code))) throw refused('code-wrong', 'The code is wrong, too old, or was used before.');
  }
}

function refused(code: string, detail: string): ProblemException {
  return new ProblemException(401, code, detail, {}, { 'www-authenticate': 'Bearer realm="millrace"' });
}
