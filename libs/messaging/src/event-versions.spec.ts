import { CreditNotePosted, SalesOrderRejected } from '@millrace/contracts';
import { describe, expect, it } from 'vitest';
import { EventVersions, parseEventVersions, writtenAs } from './event-versions.js';

const [credit, rejected] = [CreditNotePosted.name, SalesOrderRejected.name];

describe('the versions that a service writes', () => {
  it('are the oldest that can be written when nothing is said', () => {
    const versions = parseEventVersions('', 'finance');
    expect(versions.of(CreditNotePosted)).toBe(1);
    expect(versions.of(SalesOrderRejected)).toBe(2);
  });

  it('are those that are known to be read', () => {
    const versions = parseEventVersions(` ${credit}=2, ${rejected}=2 ,`, 'finance');
    expect([CreditNotePosted, SalesOrderRejected].map((definition) => versions.of(definition))).toEqual([2, 2]);
  });

  it('are told to the operator where a newer one could be turned on', () => {
    expect(parseEventVersions('', 'finance').behind('finance')).toEqual([`${credit} in version 1 of 2`]);
    expect(parseEventVersions(`${credit}=2`, 'finance').behind('finance')).toEqual([]);
    expect(parseEventVersions('', 'orders').behind('orders')).toEqual([]);
  });

  it.each([
    ['finance', `${credit}=3`, `${credit} can be written in version 1 to 2, not in 3`],
    ['orders', `${rejected}=1`, `${rejected} can be written in version 2 only, not in 1`],
    ['finance', 'finance.credit-note-lost=2', 'finance.credit-note-lost is no event of this service'],
    ['finance', `${credit}=1,${credit}=2`, `${credit} is named twice`],
    ['finance', `${credit}.v2`, `"${credit}.v2" must be an event and a version`],
    ['finance', `${credit}=0`, 'must be an event and a version'],
    ['finance', `${credit}=9,hello`, `${credit} can be written in version 1 to 2, not in 9; "hello" must be`],
  ])('are refused by %s when they are %s', (service, text, why) => {
    expect(() => parseEventVersions(text, service)).toThrow(why);
  });

  it('may name events of other services that this one does not know', () => {
    expect(() => parseEventVersions(`${credit}=9,insights.report-made=2`, 'orders')).not.toThrow();
  });
});

describe('a fact that is written', () => {
  const event = CreditNotePosted.of(CreditNotePosted.example);

  it('has the type, the body and the contract of the version', () => {
    const [old, newest] = [writtenAs(event, 1), writtenAs(event, new EventVersions(new Map([[credit, 2]])).of(CreditNotePosted))];
    const { onAccount: _unknownThen, ...body } = CreditNotePosted.example;
    expect(old).toEqual({ type: `${credit}.v1`, contract: CreditNotePosted.find(1)!.contract, body });
    expect(newest).toEqual({ type: `${credit}.v2`, contract: CreditNotePosted.contract, body: CreditNotePosted.example });
  });
});
