import { Commands } from '@millrace/chassis';
import { Clock } from '@millrace/kernel';
import { Injectable } from '@nestjs/common';
import type { Account } from '../../domain/account.js';
import { newTotpSecret, periodOf, totpUri } from '../../domain/one-time-code.js';
import { Passkey } from '../../domain/passkey.js';
import { Passkeys } from '../../persistence/passkeys.js';
import { SecondFactors } from '../../persistence/second-factors.js';
import { EnrolAtSignInHandler, type FirstFactor } from './enrol-at-sign-in.handler.js';
import { signedIn, type Way } from './outcomes.js';
import { enrolmentPage, recoveryCodesPage } from './pages.js';
import { type Proven, SignInProofs } from './sign-in-proofs.js';
import { type Asked, credentialIn, type Fields, type IsAbout, passkeyFault, type Step } from './steps.js';

const NAME_LENGTH = 100;

/** Setting up a first second factor on the way in, which a role demands: the sign-in goes on once there is one. */
@Injectable()
export class Enrolment {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly proofs: SignInProofs,
    private readonly commands: Commands,
    private readonly enrol: EnrolAtSignInHandler,
    private readonly clock: Clock,
  ) {}

  async begin(asked: Asked, account: Account, enteredAt: number): Promise<Step> {
    const secret = newTotpSecret();
    const sealed = this.proofs.seal('enrolment', asked, account, enteredAt, { secret });
    return { page: await this.page(asked, { account, secret, sealed }) };
  }

  /**
   * @returns undefined when nothing, or no longer, says that the password was right.
   * @throws ProblemException `409` when there is a second factor by now.
   */
  async takeCode(asked: Asked, { proof, code = '' }: Fields, isAbout: IsAbout): Promise<Step | undefined> {
    const proven = await this.proofs.read('enrolment', asked, proof);
    if (!proven) return undefined;
    isAbout(proven.accountId);
    const period = periodOf(proven.secret, code.replaceAll(' ', ''), this.clock.now());
    if (period !== undefined) return this.finish(asked, proven, { sealedSecret: this.factors.sealSecret(proven.secret), period }, 'code');
    return { page: await this.page(asked, proven, 'The code is wrong or too old.'), status: 401 };
  }

  /** As `takeCode`; undefined too where passkeys are not offered. */
  async takePasskey(asked: Asked, fields: Fields, isAbout: IsAbout): Promise<Step | undefined> {
    const proven = await this.proofs.read('enrolment', asked, fields.proof);
    if (!proven || !this.passkeys.areOffered) return undefined;
    const { accountId } = proven;
    isAbout(accountId);
    const credential = await this.passkeys.registered(credentialIn(fields), registering(asked, accountId));
    const { fault, problem } = passkeyFault('refused');
    if (!credential) return { page: await this.page(asked, proven, fault), status: 401, problem };
    const name =
      (fields.name ?? '')
        .replace(/\p{Cc}/gu, '')
        .trim()
        .slice(0, NAME_LENGTH) || 'Passkey';
    return this.finish(asked, proven, { passkey: Passkey.register(accountId, name, credential, this.clock.now()) }, 'password and passkey');
  }

  /** After the recovery codes were shown. @returns undefined when nothing, or no longer, says that all is done. */
  async goOn(asked: Asked, { proof }: Fields, isAbout: IsAbout): Promise<Step | undefined> {
    const proven = await this.proofs.read('complete', asked, proof);
    if (!proven) return undefined;
    isAbout(proven.accountId);
    return { outcome: signedIn(proven.accountId, proven.way, proven.enteredAt) };
  }

  private async finish(asked: Asked, proven: Proven<'enrolment'>, factor: FirstFactor, way: Way): Promise<Step> {
    const { account, enteredAt } = proven;
    const { codes, ids: recoveryIds } = this.factors.newRecoveryCodes(account.id);
    const origin = { ...asked.origin, operation: 'SignInPages_enrol', record: { type: 'account', id: account.id } };
    await this.commands.runFor(this.enrol, { factor, recoveryIds, session: account.session }, account.id, { origin, requestId: asked.requestId });
    const proof = this.proofs.seal('complete', asked, account, enteredAt, { way });
    return { page: recoveryCodesPage({ ...asked, proof, codes }) };
  }

  private async page(asked: Asked, { account, secret, sealed: proof }: Pick<Proven<'enrolment'>, 'account' | 'secret' | 'sealed'>, fault?: string) {
    const passkey = this.passkeys.areOffered ? await this.passkeys.askToRegister(account, registering(asked, account.id)) : undefined;
    return enrolmentPage({ ...asked, proof, fault, secret, uri: totpUri(secret, account.login), passkey });
  }
}

const registering = ({ interaction: { uid } }: Asked, accountId: string) => `enrol ${uid} ${accountId}`;
