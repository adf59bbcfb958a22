import { ProblemException } from '@millrace/chassis';
import { Injectable } from '@nestjs/common';
import type { Account } from '../../domain/account.js';
import { isProtected, mustEnrol, type Protection } from '../../domain/passkey.js';
import { Passkeys } from '../../persistence/passkeys.js';
import { isRecoveryCode, SecondFactors } from '../../persistence/second-factors.js';
import { Enrolment } from './enrolment.js';
import { signedIn } from './outcomes.js';
import { codePage, fewCodesPage } from './pages.js';
import { type Proven, SignInProofs } from './sign-in-proofs.js';
import { type Asked, credentialIn, type Fields, type IsAbout, passkeyFault, type Step } from './steps.js';
import { codeWrong } from '../../domain/proofs.js';

/** With so few recovery codes left the person is told to get others. */
const FEW_CODES = 3;

/** What comes after a password that was right: a code, a passkey, or setting one of them up when a role demands it. */
@Injectable()
export class SecondStep {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly proofs: SignInProofs,
    private readonly enrolment: Enrolment,
  ) {}

  async after(asked: Asked, account: Account, enteredAt: number): Promise<Step> {
    const protection = await this.factors.protectionOf(account.id);
    if (mustEnrol(protection)) return this.enrolment.begin(asked, account, enteredAt);
    if (!isProtected(protection)) return { outcome: signedIn(account.id, 'password', enteredAt) };
    const sealed = this.proofs.seal('password', asked, account, enteredAt, {});
    return { page: await this.page(asked, { accountId: account.id, sealed }, protection) };
  }

  /** @returns undefined when nothing, or no longer, says that the password was right. */
  async takeCode(asked: Asked, { proof, code = '' }: Fields, isAbout: IsAbout): Promise<Step | undefined> {
    const proven = await this.proofs.read('password', asked, proof);
    if (!proven) return undefined;
    const { accountId } = proven;
    isAbout(accountId);
    const matches = await this.factors.prove(accountId, code).catch((error: unknown) => {
      if (!(error instanceof ProblemException)) throw error;
      return error;
    });
    if (matches instanceof ProblemException) return this.again(asked, proven, { fault: matches.detail, status: matches.status });
    if (matches) return this.entered(asked, proven, code);
    return this.again(asked, proven, { fault: codeWrong.detail, status: 401 });
  }

  /** @returns undefined when nothing, or no longer, says that the password was right. */
  async takePasskey(asked: Asked, fields: Fields, isAbout: IsAbout): Promise<Step | undefined> {
    const proven = await this.proofs.read('password', asked, fields.proof);
    if (!proven || !this.passkeys.areOffered) return undefined;
    const { accountId, enteredAt } = proven;
    isAbout(accountId);
    const { outcome } = await this.passkeys.prove(credentialIn(fields), besidePassword(asked, accountId));
    if (outcome === 'proven') return { outcome: signedIn(accountId, 'password and passkey', enteredAt) };
    return this.again(asked, proven, { ...passkeyFault(outcome), status: 401 });
  }

  private async entered(asked: Asked, { account, enteredAt }: Proven<'password'>, code: string): Promise<Step> {
    const left = isRecoveryCode(code) ? await this.factors.recoveryCodesLeft(account.id) : Infinity;
    if (left > FEW_CODES) return { outcome: signedIn(account.id, 'code', enteredAt) };
    return { page: fewCodesPage({ ...asked, proof: this.proofs.seal('complete', asked, account, enteredAt, { way: 'code' }), left }) };
  }

  private async again(asked: Asked, proven: Proven<'password'>, { fault, ...refused }: { fault: string; status: number; problem?: string }): Promise<Step> {
    return { page: await this.page(asked, proven, await this.factors.protectionOf(proven.accountId), fault), ...refused };
  }

  private async page(asked: Asked, { accountId, sealed: proof }: Pick<Proven<'password'>, 'accountId' | 'sealed'>, protection: Protection, fault?: string) {
    const offered = protection.passkey && this.passkeys.areOffered;
    const passkey = offered ? await this.passkeys.askToProve(besidePassword(asked, accountId)) : undefined;
    return codePage({ ...asked, proof, fault, passkey, authenticator: protection.authenticator });
  }
}

/** The password was the first factor: that the device is there is enough. */
const besidePassword = ({ interaction: { uid } }: Asked, accountId: string) => ({ purpose: `second ${uid} ${accountId}`, accountId, verified: false });
