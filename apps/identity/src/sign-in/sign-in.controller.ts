import { ArrivedAs, Arrival, ProblemException, Public, Returns, TrailNotes } from '@millrace/chassis';
import { Clock, unique } from '@millrace/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Account } from '../domain/account.js';
import { isAccessible, permissionsOf } from '../domain/authority.js';
import { hashPassword, verifyPassword } from '../domain/password-hash.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { SigningKeys } from '../persistence/signing-keys.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignInDto, TokenDto } from './sign-in.dto.js';

const LIFETIME_SECONDS = 900;

const nobody = hashPassword('nobody has this password');

@Controller('tokens')
export class SignInController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
    private readonly attempts: SignInAttempts,
    private readonly trail: TrailNotes,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  @Returns(200, TokenDto, 'Get an access token for 15 minutes, for a person or an app', 'sign-in-refused', 'company-not-accessible')
  async signIn(@Body() request: SignInDto, @ArrivedAs() arrival: Arrival): Promise<TokenDto> {
    const kind = request.grantType === 'password' ? 'user' : 'service';
    const login = request.login.toLowerCase();
    const attempt = { account: `${kind} ${login}`, address: arrival.address };
    await this.attempts.begin(attempt);
    const account = await this.accounts.byLogin(kind, login);
    if (account) arrival.isAbout({ type: 'account', id: account.id });
    const matches = await this.matches(request.secret, account);
    if (!account?.active || !matches) {
      throw new ProblemException(
        401,
        'sign-in-refused',
        'The login or the secret is wrong, or the account is not active.',
        {},
        { 'www-authenticate': 'Bearer realm="millrace"' },
      );
    }
    await this.attempts.succeeded(attempt);
    const grants = await this.accounts.grantsOf(account.id);
    const everywhere = grants.some((grant) => grant.companyId === null);
    const companies = await this.accounts.companies(everywhere ? null : unique(grants.map((grant) => grant.companyId!)));
    const companyId = request.companyId ?? (companies.length === 1 ? companies[0]!.id : undefined);
    if (request.companyId && !(isAccessible(grants, request.companyId) && (await this.isThere(request.companyId)))) {
      throw new ProblemException(403, 'company-not-accessible', 'This account has no role in that company.');
    }
    const { session, requestsPerMinute } = account;
    const limit = requestsPerMinute === null ? {} : { requestsPerMinute };
    const claims = { ...permissionsOf(grants, companyId), ...(companyId ? { company: companyId } : {}), session, ...limit };
    const accessToken = await this.keys.sign(claims, account.id, LIFETIME_SECONDS);
    this.trail.note({ companyId: companyId ?? null, subject: account.id, problem: null, ...arrival.noted });
    return {
      accessToken,
      tokenType: 'Bearer',
      expiresIn: LIFETIME_SECONDS,
      companyId,
      companies: companies.map((company) => ({ companyId: company.id, name: company.name })),
    };
  }

  /** As long for a login that is not there as for a secret that is wrong. */
  private async matches(secret: string, account: Account | undefined): Promise<boolean> {
    for (const hash of account?.secretHashes(this.clock.now()) ?? [await nobody]) if (await verifyPassword(secret, hash)) return true;
    return false;
  }

  private async isThere(companyId: string): Promise<boolean> {
    return (await this.accounts.companies([companyId])).length > 0;
  }
}
