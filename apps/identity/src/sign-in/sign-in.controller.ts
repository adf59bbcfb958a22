import { ArrivedAs, Arrival, ProblemException, Public, Returns, TrailNotes } from '@millrace/chassis';
import { Clock } from '@millrace/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { isProtected, mustEnrol } from '../domain/passkey.js';
import { SecondFactors } from '../persistence/second-factors.js';
import { SigningKeys } from '../persistence/signing-keys.js';
import { ACCESS_TOKEN_SECONDS, AccessClaims, toItself } from './access-claims.js';
import { Credentials } from '../persistence/credentials.js';
import { SignInDto, TokenDto } from './sign-in.dto.js';
import { codeWrong } from '../domain/proofs.js';

const ENROL =
  'A role or a company of this account demands a second factor, and there is none: sign in at a page to set one up, ' +
  'or ask for a token with the purpose "enrolment" and go to /v1/second-factor/enrolments or /v1/passkeys/enrolments with it.';

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
    'second-factor-demanded',
    'company-not-accessible',
  )
  async signIn(@Body() body: SignInDto, @ArrivedAs() arrival: Arrival): Promise<TokenDto> {
    const { grantType, login, secret, code, purpose, companyId: wished } = body;
    const kind = grantType === 'password' ? 'user' : 'service';
    const isAbout = ({ id }: Readonly<{ id: string }>) => arrival.isAbout({ type: 'account', id });
    const account = await this.credentials.prove({ kind, login, secret, address: arrival.address, isAbout });
    if (!account) throw refused('sign-in-refused', 'The login or the secret is wrong, or the account is not active.');
    const toEnrol = purpose === 'enrolment';
    const access = toEnrol ? toItself(account) : await this.access.of(account, wished);
    if (kind === 'user') await this.askForSecondFactor(account.id, code, { isLetIn: access !== undefined, toEnrol });
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

  /** Answered for before the company, of which a password alone learns nothing. */
  private async askForSecondFactor(accountId: string, code: string | undefined, { isLetIn, toEnrol }: { isLetIn: boolean; toEnrol: boolean }): Promise<void> {
    const protection = await this.factors.protectionOf(accountId);
    if (isProtected(protection)) await this.takeCode(accountId, code, isLetIn ? 'prove' : 'fits');
    else if (mustEnrol(protection) && !toEnrol) throw new ProblemException(403, 'second-factor-demanded', ENROL);
  }

  /** A code is used up only when a token follows. */
  private async takeCode(accountId: string, code: string | undefined, way: 'prove' | 'fits'): Promise<void> {
    if (code === undefined)
      throw refused('code-required', 'This account signs in with a second factor too: send a code of its authenticator, or a recovery code.');
    if (!(await this.factors[way](accountId, code))) throw refused('code-wrong', codeWrong.detail);
  }
}

function refused(code: string, detail: string): ProblemException {
  return new ProblemException(401, code, detail, {}, { 'www-authenticate': 'Bearer realm="millrace"' });
}
