import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { Caller, type Identity, mayEnter, refusalToEnter, type RoutePolicy } from './access.js';

const COMPANY = '0199a1b0-0000-7000-8000-000000000001';
const identity: Identity = { subject: 'user-1', companyId: COMPANY, permissions: ['orders.*'], globalPermissions: [], session: 1, expiresAt: 0 };
const calling = (headers: Record<string, string>, of: Identity = identity) => new Caller(of, { headers } as unknown as FastifyRequest);
const problem = (status: number, code: string) => expect.objectContaining({ status, code });

describe('a route', () => {
  const inOne: Identity = { ...identity, permissions: ['*'] };
  const everywhere: Identity = { ...inOne, globalPermissions: ['*'] };

  it.each([
    ['of a company is open to who may do everything there', inOne, true, true],
    ['of no company is closed to who may do everything in one', inOne, false, false],
    ['of no company is open to who may do everything in all', everywhere, false, true],
    ['that looks itself how far the caller reaches is open to both', inOne, 'either', true],
  ] as const)('%s', (_what, caller, company, open) => {
    expect(mayEnter(caller, { permission: 'identity.user.create', company })).toBe(open);
  });
});

describe('who is turned away from a route', () => {
  const nowhere: Identity = { ...identity, companyId: null };
  const own: Identity = { ...identity, permissions: ['hr.*'], limits: [{ permissions: ['hr.*'], ownRecordsOnly: true }] };
  const wider: Identity = { ...own, permissions: ['hr.*', 'hr.payslip.view'] };
  const upTo: Identity = { ...own, limits: [{ permissions: ['hr.*'], approvalLimit: '0', warehouses: [] }] };

  it.each<[string, Identity, RoutePolicy, string | undefined]>([
    ['who lacks its permission', identity, { permission: 'finance.ledger.view', company: true }, 'permission-missing'],
    ['who holds it in one company only, where every one is meant', identity, { permission: 'orders.price.view', company: false }, 'permission-missing'],
    ['who acts for no company, where one is meant', nowhere, { permission: 'orders.price.view', company: true }, 'company-required'],
    ['nobody who holds it', identity, { permission: 'orders.price.view', company: true }, undefined],
    ['nobody who acts for no company, where either is meant', nowhere, { permission: 'orders.price.view', company: 'either' }, undefined],
    ['nobody who is signed in, where that is enough', nowhere, { signedIn: true }, undefined],
    ['who is limited to own records, where nobody looks after that', own, { permission: 'hr.payslip.view', company: true }, 'own-records-only'],
    ['nobody who is, where that is looked after', own, { permission: 'hr.payslip.view', company: true, limits: ['ownRecordsOnly'] }, undefined],
    ['nobody who is and holds it by another role too', wider, { permission: 'hr.payslip.view', company: true }, undefined],
    ['nobody for other limits, which its service looks after', upTo, { permission: 'hr.payslip.view', company: true }, undefined],
    ['who has any limit, where it must have none', upTo, { permission: 'hr.payslip.view', company: 'either', limits: 'none' }, 'limits-apply'],
    ['nobody who has none, there', identity, { permission: 'orders.price.view', company: 'either', limits: 'none' }, undefined],
    ['nobody, where it is open to everybody', nowhere, { public: true }, undefined],
  ])('is %s', (_who, caller, policy, code) => {
    expect(refusalToEnter(caller, policy)?.code).toBe(code);
  });
});

describe('the company that a caller acts for', () => {
  it('is that of its token, whatever its headers name', () => {
    const other = '0199a1b0-0000-7000-8000-000000000002';
    expect(calling({ 'x-company': other, 'x-company-id': other }).companyId).toBe(COMPANY);
  });

  it('is asked for when its token has none', () => {
    const caller = calling({}, { ...identity, companyId: null });
    expect(caller.companyOrNone).toBeNull();
    expect(() => caller.companyId).toThrow(problem(403, 'company-required'));
  });
});

describe('the version that a caller decides on', () => {
  it.each([
    ['"7"', 7],
    ['W/"7"', 7],
    ['7', 7],
    ['*', 'any'],
  ])('is, for If-Match: %s, %s', (header, version) => {
    expect(calling({ 'if-match': header }).requireIfMatch()).toBe(version);
  });

  it('must be said where a change needs it, and is any where it does not', () => {
    expect(() => calling({}).requireIfMatch()).toThrow(problem(428, 'precondition-required'));
    expect(calling({}).ifMatch).toBe('any');
  });

  it.each(['x', '"7', '7"', 'W/7', '"x"', '"-1"', '""', '"1234567890"', '1234567890', '**', ''])('fits no document for If-Match: %s', (header) => {
    expect(() => calling({ 'if-match': header }).requireIfMatch()).toThrow(problem(412, 'version-stale'));
  });

  it.each([
    ['"7"', 7],
    ['W/"7"', 7],
    ['7', undefined],
    ['"x"', undefined],
  ])('that it has is, for If-None-Match: %s, %s', (header, version) => {
    expect(calling({ 'if-none-match': header }).ifNoneMatch).toBe(version);
  });
});

describe('what a caller asks for', () => {
  it.each([
    ['wait=5', 5],
    ['respond-async, wait=10', 10],
    ['wait=60', 60],
    ['wait=61', 60],
    ['await=5', 0],
    ['wait=-5', 0],
    ['', 0],
  ])('is, for Prefer: %s, a wait of %i s', (prefer, seconds) => {
    expect(calling({ prefer }).waitSeconds).toBe(seconds);
  });

  it.each(['k', 'a'.repeat(255), '!~'])('is done once for the key %s', (key) => {
    expect(calling({ 'idempotency-key': key }).idempotencyKey).toBe(key);
  });

  it.each(['', 'a'.repeat(256), 'a b', 'é', 'a\n'])('is refused for the key %j', (key) => {
    expect(() => calling({ 'idempotency-key': key }).idempotencyKey).toThrow(problem(400, 'idempotency-key-required'));
  });
});
