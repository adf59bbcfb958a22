// Loaded before a service's own program, by `node --import`: its clock is wrong by MILLRACE_CLOCK_SKEW_MS, as a machine's may be.
import { env } from 'node:process';

const skewMs = Number(env.MILLRACE_CLOCK_SKEW_MS ?? 0);
const RightDate = Date;

class SkewedDate extends RightDate {
  constructor(...parts: [] | ConstructorParameters<typeof RightDate>) {
    if (parts.length === 0) super(RightDate.now() + skewMs);
    else super(...parts);
  }

  static override now(): number {
    return RightDate.now() + skewMs;
  }
}

globalThis.Date = SkewedDate as DateConstructor;
