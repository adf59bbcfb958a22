import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { SignInStateRepository } from '../../persistence/sign-in-state.repository.js';

/** What the provider keeps of one kind (codes, tokens, sessions, grants, interactions), in the database. */
export class ProtocolState implements Adapter {
  constructor(
    private readonly model: string,
    private readonly state: SignInStateRepository,
    /** Refuses what strangers leave behind when it is too much. */
    private readonly admit: (model: string, payload: AdapterPayload) => Promise<void>,
  ) {}

  async upsert(name: string, payload: AdapterPayload, seconds = 0): Promise<void> {
    await this.admit(this.model, payload);
    const { grantId, accountId, clientId } = payload;
    await this.state.keep(this.model, name, payload, seconds, { grantId, accountId, clientId, lookup: payload.userCode ?? payload.uid });
  }

  async find(name: string): Promise<AdapterPayload | undefined> {
    return withConsumption(await this.state.find(this.model, name));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.lookUp(userCode);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.lookUp(uid);
  }

  /**
   * Two requests with one code or token may both have found it unused: the second is a reuse like any other, which ends the
   * grant.
   */
  async consume(name: string): Promise<void> {
    if (await this.state.consume(this.model, name)) return;
    const grantId = (await this.find(name))?.grantId;
    if (grantId !== undefined) await this.state.endGrant(grantId);
    throw new errors.InvalidGrant('used twice');
  }

  destroy(name: string): Promise<void> {
    return this.state.destroy(this.model, name);
  }

  revokeByGrantId(grantId: string): Promise<void> {
    return this.state.revoke(this.model, grantId);
  }

  private async lookUp(lookup: string): Promise<AdapterPayload | undefined> {
    return withConsumption(await this.state.lookUp(this.model, lookup));
  }
}

function withConsumption(kept: Awaited<ReturnType<SignInStateRepository['find']>>): AdapterPayload | undefined {
  if (!kept) return undefined;
  const { payload, consumedAt } = kept;
  return consumedAt === null ? payload : { ...payload, consumed: Math.floor(consumedAt.getTime() / 1_000) };
}
