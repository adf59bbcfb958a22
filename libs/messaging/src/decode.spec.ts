import { CreditNotePosted, CreditNotePostedV1, EventDefinition, SalesOrderConfirmed } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { eventReader, readEvent } from './decode.js';
import { envelopeOf } from './envelope.js';

const salesOrderId = newId();
const event = SalesOrderConfirmed.of({ salesOrderId });
const headers = { ...envelopeOf(event, { companyId: newId(), actor: 'tester', correlationId: 'c-1' }, new Date()), ce_sequence: '1' };
const read = (body: string) => readEvent({ topic: SalesOrderConfirmed.topic, key: salesOrderId, headers, value: Buffer.from(body) });

describe('reading a record', () => {
  it('gives the fact, also with fields that nobody here knows', () => {
    expect(read(JSON.stringify({ salesOrderId, later: 'version' }))).toMatchObject({ type: SalesOrderConfirmed.type, data: { salesOrderId } });
  });

  it.each([
    ['a list of a hundred thousand elements', `{"salesOrderId":"${salesOrderId}","x":[${'0,'.repeat(99_999)}0]}`],
    ['a thousand brackets', '['.repeat(1_000)],
    ['a field that every object has', `{"salesOrderId":"${salesOrderId}","isPrototypeOf":1}`],
  ])('fails for good when it holds %s', (_what, body) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ code: 'not-json' }));
  });
});

describe('reading a record of an older version', () => {
  const { name, topic } = CreditNotePosted;
  const find = (version: number) => CreditNotePosted.find(version)!;
  const cause = { companyId: newId(), actor: 'tester', correlationId: 'c-1' };
  const record = (version: number, body: object) => {
    const event = CreditNotePosted.of(CreditNotePosted.example);
    const written = { ...envelopeOf(event, cause, new Date(), `${name}.v${version}`), ce_sequence: '1' };
    return { topic, key: CreditNotePosted.keyOf(event.data), headers: written, value: Buffer.from(JSON.stringify(body)) };
  };

  it('gives the fact in its newest version', () => {
    const { type, data } = readEvent(record(1, find(1).example));
    expect({ type, data }).toEqual({ type: CreditNotePosted.type, data: CreditNotePosted.upcast(1, find(1).example) });
  });

  it('holds it to the rules of its own version before it is upcast', () => {
    expect(() => readEvent(record(1, { ...find(1).example, grossTotal: 'much' }))).toThrow(expect.objectContaining({ code: 'contract-broken' }));
    expect(() => readEvent(record(1, { ...find(1).example, grossTotal: 'much' }))).toThrow(/^finance\.credit-note-posted\.v1: \/grossTotal/);
  });

  it('holds what became of it to the rules of the newest', () => {
    const tooMuchSettled = { ...find(1).example, settledTotal: '9.00' };
    expect(() => readEvent(record(1, tooMuchSettled))).toThrow(/^finance\.credit-note-posted\.v1 read as version 2: \/onAccount/);
  });

  it('fails for good when it is newer than what is known, and no longer once that is known', () => {
    const example = find(1).example as CreditNotePostedV1;
    const older = new EventDefinition({ type: name, version: 1, topic, key: 'creditNoteId', data: CreditNotePostedV1, example }) as EventDefinition;
    const readByOlder = eventReader(new Map([[name, older]]));
    expect(readByOlder(record(1, find(1).example))).toMatchObject({ type: `${name}.v1`, data: find(1).example });
    expect(() => readByOlder(record(2, find(2).example))).toThrow(expect.objectContaining({ code: 'unsupported-version' }));
    expect(readEvent(record(2, find(2).example))).toMatchObject({ type: `${name}.v2`, data: find(2).example });
  });

  it('fails for good when it can no longer be read', () => {
    const { contract, example, version } = CreditNotePosted;
    const forgetful = new EventDefinition({ type: name, version, topic, key: 'creditNoteId', data: contract, example }) as EventDefinition;
    const read = eventReader(new Map([[name, forgetful]]));
    expect(() => read(record(1, find(1).example))).toThrow(expect.objectContaining({ code: 'unsupported-version' }));
  });
});
