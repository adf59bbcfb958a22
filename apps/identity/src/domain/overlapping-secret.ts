const HOUR_MS = 3_600_000;

/** A secret that is replaced while it is in use: the one before it is good until then, so that whoever uses it can take over the new one in its time. */
export type OverlappingSecret = {
  secretHash: string | null;
  previousSecretHash: string | null;
  previousSecretUntil: Date | null;
  /** When each was used last, to the minute; null when never. */
  secretUsedAt: Date | null;
  previousSecretUsedAt: Date | null;
};

/** A new secret; the one before is good for so many hours more, at most a week, or not at all. */
export function replaceSecret(of: OverlappingSecret, secretHash: string, now: Date, overlapHours: number): void {
  const overlaps = overlapHours > 0;
  of.previousSecretHash = overlaps ? of.secretHash : null;
  of.previousSecretUntil = overlaps ? new Date(now.getTime() + overlapHours * HOUR_MS) : null;
  of.previousSecretUsedAt = overlaps ? of.secretUsedAt : null;
  of.secretHash = secretHash;
  of.secretUsedAt = null;
}

/** The hashes that a secret may be held against, the newest first. */
export function goodHashes({ secretHash, previousSecretHash, previousSecretUntil }: OverlappingSecret, now: Date): readonly string[] {
  const overlaps = previousSecretHash !== null && previousSecretUntil !== null && previousSecretUntil > now;
  return [secretHash, overlaps ? previousSecretHash : null].filter((hash) => hash !== null);
}

/** What is shown of the secrets of an app: never more than when. */
export type SecretUse = Readonly<{ secretUsedAt?: string; previousSecretUntil?: string; previousSecretUsedAt?: string }>;

/** When each secret was used last, and until when the one before is good; nothing of one that is over. */
export function useOf({ secretUsedAt, previousSecretUntil, previousSecretUsedAt }: OverlappingSecret, now: Date): SecretUse {
  const overlaps = previousSecretUntil !== null && previousSecretUntil > now;
  return {
    ...(secretUsedAt === null ? {} : { secretUsedAt: secretUsedAt.toISOString() }),
    ...(overlaps ? { previousSecretUntil: previousSecretUntil.toISOString() } : {}),
    ...(overlaps && previousSecretUsedAt !== null ? { previousSecretUsedAt: previousSecretUsedAt.toISOString() } : {}),
  };
}
