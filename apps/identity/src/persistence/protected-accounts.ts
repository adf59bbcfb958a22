import type { Refusal } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { accountUnknown, type ManagedAccount } from '../domain/memberships.js';
import type { Passkey } from '../domain/passkey.js';
import { type ProvenAgain, refusalToConfirm } from '../domain/proofs.js';
import { ManagedAccountRepository } from './managed-account.repository.js';
import { PasskeyRepository } from './passkey.repository.js';
import { type LockedFactor, SecondFactors } from './second-factors.js';

/** An account under its lock, with what it is protected by beside its password. */
export type ProtectedAccount = ManagedAccount & { readonly factor: LockedFactor; passkeys: readonly Passkey[]; readonly demanded: boolean };

export type ProtectedAccounts = ReadonlyMap<string, ProtectedAccount>;

/** Whether a password alone is not enough to change what protects the account. */
export const hasSecondFactor = ({ factor, passkeys }: Pick<ProtectedAccount, 'factor' | 'passkeys'>): boolean =>
  factor.secret !== undefined || passkeys.length > 0;

type Forbids = (account: ProtectedAccount) => Refusal | undefined;

/** Accounts whose protection is about to change. */
@Injectable()
export class ProtectedAccountRepository {
  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly factors: SecondFactors,
    private readonly passkeys: PasskeyRepository,
  ) {}

  async lock(tx: UnitOfWork, ids: readonly string[]): Promise<ProtectedAccounts> {
    const accounts = await this.accounts.lock(tx, ids);
    const factors = await this.factors.lock(tx, ids);
    const passkeys = await this.passkeys.lock(tx, ids);
    const demanded = await this.factors.demandedOf(tx, ids);
    const protectedBy = (id: string) => ({ factor: factors.get(id)!, passkeys: passkeys.get(id) ?? [], demanded: demanded.has(id) });
    return new Map([...accounts].map(([id, managed]) => [id, Object.assign(managed, protectedBy(id))]));
  }

  /**
   * Why a person may not change what protects the account, if not; a code that is right is used up by it.
   *
   * @param forbids Why the change would come to nothing for this account.
   */
  refusalToChange(tx: UnitOfWork, accounts: ProtectedAccounts, accountId: string, proven: ProvenAgain, forbids?: Forbids): Refusal | undefined {
    const found = accounts.get(accountId);
    if (found?.account.kind !== 'user') return accountUnknown;
    const { account, factor } = found;
    return refusalToConfirm(proven, {
      secretHash: account.secretHash,
      isProtected: hasSecondFactor(found),
      forbidden: forbids?.(found),
      takes: (code) => this.factors.take(tx, accountId, factor, code),
    });
  }
}
