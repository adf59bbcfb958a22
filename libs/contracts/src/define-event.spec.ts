import { Decimal, minorUnitDigits, Money } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CreditNotePosted, type CreditNotePostedV1, earlier, EventDefinition, IsId, IsName, IsPart, ReservationRefused, SalesOrderConfirmed } from './index.js';

class MovedV1 {
  @IsId() readonly partyId!: string;
  @IsName() readonly town!: string;
}

class MovedV2 {
  @IsId() readonly partyId!: string;
  @IsName() readonly city!: string;
}

class PlaceV3 {
  @IsName() readonly city!: string;
  @IsName() readonly country!: string;
}

class MovedV3 {
  @IsId() readonly partyId!: string;
  @IsPart(() => PlaceV3) readonly to!: PlaceV3;
}

const partyId = '0199a1b0-0000-7000-8000-000000000071';

/** A fact that was told in three ways; of the first two, those that are given a way back can still be written. */
function moved(back: Readonly<{ toV1: boolean; toV2: boolean }>) {
  const first = earlier({
    changed: 'A town is a city.',
    data: MovedV1,
    example: { partyId, town: 'Oslo' },
    upcast: ({ town, ...same }): MovedV2 => ({ ...same, city: town }),
    downcast: back.toV1 ? ({ city, ...same }: MovedV2) => ({ ...same, town: city }) : undefined,
  });
  return new EventDefinition({
    type: 'orders.party-moved',
    version: 3,
    topic: 'orders.party',
    key: 'partyId',
    data: MovedV3,
    example: { partyId, to: { city: 'Oslo', country: 'NO' } },
    before: earlier({
      changed: 'A place has a country.',
      data: MovedV2,
      example: { partyId, city: 'Oslo' },
      upcast: ({ city, ...same }): MovedV3 => ({ ...same, to: { city, country: 'unknown' } }),
      downcast: back.toV2 ? ({ to, ...same }: MovedV3) => ({ ...same, city: to.city }) : undefined,
      before: first,
    }),
  });
}

describe('an event of three versions', () => {
  const all = moved({ toV1: true, toV2: true });

  it('is read from each, step by step', () => {
    expect(all.upcast(1, { partyId, town: 'Bergen' })).toEqual({ partyId, to: { city: 'Bergen', country: 'unknown' } });
    expect(all.upcast(2, { partyId, city: 'Bergen' })).toEqual({ partyId, to: { city: 'Bergen', country: 'unknown' } });
    expect(all.upcast(3, all.example)).toBe(all.example);
  });

  it('keeps what a newer program of an older version added', () => {
    expect(all.upcast(1, { partyId, town: 'Bergen', since: '2026-11-27' })).toMatchObject({ since: '2026-11-27' });
  });

  it('is written in each that has a way back', () => {
    expect(all.downcast(1, all.example)).toEqual({ partyId, town: 'Oslo' });
    expect(all.downcast(2, all.example)).toEqual({ partyId, city: 'Oslo' });
    expect(all.downcast(3, all.example)).toBe(all.example);
  });

  it.each([
    [{ toV1: true, toV2: true }, 1],
    [{ toV1: false, toV2: true }, 2],
    [{ toV1: true, toV2: false }, 3],
    [{ toV1: false, toV2: false }, 3],
  ])('with the ways back %j can be written from version %i on', (back, oldest) => {
    expect(moved(back).oldestWritable).toBe(oldest);
  });

  it('knows its versions by their numbers, and no others', () => {
    expect(all.versions.map(({ type }) => type)).toEqual(['orders.party-moved.v3', 'orders.party-moved.v2', 'orders.party-moved.v1']);
    expect([0, 1, 2, 3, 4].map((version) => all.find(version)?.contract)).toEqual([undefined, MovedV1, MovedV2, MovedV3, undefined]);
  });

  it('has no version before the first', () => {
    const declaration = { ...SalesOrderConfirmed, type: 'orders.x', key: 'salesOrderId', data: SalesOrderConfirmed.contract } as const;
    const before = earlier({ changed: 'Nothing.', data: SalesOrderConfirmed.contract, example: SalesOrderConfirmed.example, upcast: (old) => old });
    expect(() => new EventDefinition({ ...declaration, version: 1, before })).toThrow('nothing comes before version 1');
  });
});

describe('a posted credit note of version 1', () => {
  const { settledTotal: _settled, writtenOffTotal: _writtenOff, refundTotal: _refund, onAccount: _onAccount, ...rest } = CreditNotePosted.example;
  const v1 = (parts: Partial<CreditNotePostedV1>) => ({ ...rest, grossTotal: '10.00', settledTotal: '0.00', refundTotal: '0.00', ...parts });

  it.each<[parts: Partial<CreditNotePostedV1>, onAccount: string, writtenOffTotal: string]>([
    [{}, '10.00', '0.00'],
    [{ refundTotal: '10.00' }, '0.00', '0.00'],
    [{ settledTotal: '4.00', refundTotal: '6.00' }, '0.00', '0.00'],
    [{ settledTotal: '4.00', writtenOffTotal: '2.50' }, '3.50', '2.50'],
    [{ currency: 'JPY', grossTotal: '10', settledTotal: '4', refundTotal: '0' }, '6', '0'],
  ])('with %j leaves %s on account, and says that %s was written off', (parts, onAccount, writtenOffTotal) => {
    expect(CreditNotePosted.upcast(1, v1(parts))).toMatchObject({ ...parts, onAccount, writtenOffTotal });
  });

  it('is what is written until version 2 is turned on', () => {
    expect(CreditNotePosted.oldestWritable).toBe(1);
  });

  const pennies = fc.integer({ min: 0, max: 99_999_999_999 });

  it('loses nothing of version 2, wherever its total goes and whatever its currency', () => {
    fc.assert(
      fc.property(fc.tuple(pennies, pennies, pennies, pennies), fc.constantFrom('GBP', 'JPY', 'KWD'), (parts, currency) => {
        const money = (minor: number) => `${Money.of(new Decimal(minor).dividedBy(10 ** minorUnitDigits(currency)), currency)}`;
        const [settledTotal, writtenOffTotal, refundTotal, onAccount] = parts.map(money) as [string, string, string, string];
        const grossTotal = money(parts.reduce((sum, part) => sum + part, 0));
        const v2 = { ...rest, currency, grossTotal, settledTotal, writtenOffTotal, refundTotal, onAccount };
        expect(CreditNotePosted.upcast(1, CreditNotePosted.downcast(1, v2))).toEqual(v2);
      }),
    );
  });
});

describe('a version that cannot say what the newest says', () => {
  it('is only read', () => {
    expect(ReservationRefused.oldestWritable).toBe(ReservationRefused.version);
  });
});
