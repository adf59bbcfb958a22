import { describe, expect, it } from 'vitest';
import { ALONE, type Decider, refusalToDecide } from './approval.js';
import type { Limits } from './limits.js';
import { Money } from './money.js';

const PERMISSION = 'hr.payroll-run.approve';
const by = (actor: string, limits: Limits = {}, ...held: string[]): Decider => ({ actor, can: (each) => held.includes(each), limitsOn: () => limits });
const gbp = (amount: string) => Money.of(amount, 'GBP');
const decide = (who: Decider, amount: Money | 'unlimited') => refusalToDecide(who, { what: 'a payroll run', amount, permission: PERMISSION, madeBy: 'anna' });

describe('who made something', () => {
  it('does not approve it, unless it may do alone what takes two', () => {
    expect(decide(by('anna'), gbp('1'))).toMatchObject({ code: 'self-approval', members: { permission: ALONE } });
    expect([decide(by('ben'), gbp('1')), decide(by('anna', {}, ALONE), gbp('1'))]).toEqual([undefined, undefined]);
  });

  it('may decide on what nobody made before', () => {
    expect(refusalToDecide(by('anna'), { what: 'a refund', amount: gbp('1'), permission: PERMISSION })).toBeUndefined();
  });
});

describe('an approval limit', () => {
  const limited = by('ben', { approvalLimit: '1000' });

  it('is reached and not passed', () => {
    expect(decide(limited, gbp('1000.00'))).toBeUndefined();
    expect(decide(limited, gbp('1000.01'))).toMatchObject({
      code: 'above-approval-limit',
      kind: 'forbidden',
      members: { permission: PERMISSION, approvalLimit: '1000', amount: '1000.01' },
    });
  });

  it('says who may, and how far one may oneself', () => {
    expect(decide(limited, gbp('2000'))!.detail).toBe(
      `This is about 2000.00 GBP, and your limit for a payroll run is 1000 GBP: let somebody do it who holds ${PERMISSION} with a higher limit or without one.`,
    );
  });

  it('is told with what one may do instead', () => {
    const raise = { what: 'what a customer may owe', amount: 'unlimited', permission: PERMISSION, instead: 'ask at the desk' } as const;
    expect(refusalToDecide(limited, raise)).toMatchObject({
      detail: `This is about no limit at all, and your limit for what a customer may owe is 1000: ask at the desk, or let somebody do it who holds ${PERMISSION} with a higher limit or without one.`,
      members: { amount: 'unlimited' },
    });
  });

  it('is passed by what has no end, and by who has no limit', () => {
    expect(decide(limited, 'unlimited')).toMatchObject({ code: 'above-approval-limit' });
    expect(decide(by('ben'), 'unlimited')).toBeUndefined();
  });

  it('holds for who may do alone what takes two, as for others', () => {
    expect(decide(by('anna', { approvalLimit: '5' }, ALONE), gbp('6'))).toMatchObject({ code: 'above-approval-limit' });
  });
});
