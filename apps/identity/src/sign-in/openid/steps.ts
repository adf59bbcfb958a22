import type { Origin } from '@millrace/messaging';
import type { InteractionResults, Provider } from 'oidc-provider';
import type { PasskeyProof } from '../../persistence/passkeys.js';

export type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** What a form of a sign-in can send. */
export type Fields = Readonly<Partial<Record<'mark' | 'step' | 'email' | 'password' | 'proof' | 'code' | 'credential' | 'name', string>>>;

/** A sign-in that is under way, and the request that it goes on with. */
export type Asked = Readonly<{
  provider: Provider;
  interaction: Interaction;
  app: string;
  /** What its forms carry. */
  mark: string;
  address: string;
  origin: Origin;
  requestId: string;
}>;

/** A page to show, or the outcome that the sign-in goes on with; a status says that something was refused. */
export type Step = Readonly<{ page: string; status?: number; problem?: string } | { outcome: InteractionResults }>;

/** Is told whose sign-in it is, whether or not it goes on. */
export type IsAbout = (accountId: string) => void;

export const nowInSeconds = () => Math.floor(Date.now() / 1_000);

/** What a device answered, as a form carries it. */
export function credentialIn({ credential = '' }: Fields): object {
  try {
    const answer: unknown = JSON.parse(credential);
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}

export const passkeyFault = (outcome: PasskeyProof['outcome']) =>
  outcome === 'counter-stale'
    ? {
        fault: 'This passkey was used more often than we know of: there may be two of it. Sign in another way, and remove it.',
        problem: 'passkey-counter-stale',
      }
    : { fault: 'This passkey opens nothing here, it took too long, or the account is not active.', problem: 'passkey-refused' };
