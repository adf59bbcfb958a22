import { newId } from '@millrace/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { elementsOf, fieldsOf, fieldsOfAnswers, isWrite, type Operation, OPERATIONS, type Schema } from './api-document.js';
import { Company } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

/** What only a service says, whatever the document. */
const OWNED: Readonly<Record<string, unknown>> = {
  id: newId(),
  companyId: newId(),
  version: 7,
  status: 'completed',
  state: 'paid',
  number: 'INV-1',
  netTotal: '1.00',
  taxTotal: '0.20',
  grossTotal: '1.20',
  paidTotal: '1.20',
  paid: true,
  createdAt: '2026-01-01T00:00:00Z',
  createdBy: newId(),
  updatedAt: '2026-01-01T00:00:00Z',
  updatedBy: newId(),
  recordedAt: '2026-01-01T00:00:00Z',
  approvedBy: newId(),
  subject: newId(),
  permissions: ['*'],
  globalPermissions: ['*'],
  session: 0,
  isAdmin: true,
};

/** Where a body does say such a thing itself: the company to act for, the id that a client gives to a new company, what an app may do at most, and who an employee signs in as. */
const OF_THE_CLIENT = [
  'POST /v1/companies companyId',
  'PUT /v1/employees/{employeeId}/account subject',
  'POST /v1/service-accounts permissions',
  'PATCH /v1/service-accounts/{accountId} permissions',
  'POST /v1/tokens companyId',
];

/** As many as are told at once. */
const TOLD_AT_ONCE = 100;

/** A place in a body that takes fields: how the body looks with others there, and how a problem points at one. */
type Place = Readonly<{ pointer: string; schema: Schema; withFields: (fields: object) => unknown }>;

const WRITES = OPERATIONS.filter((operation) => isWrite(operation) && (operation.body === undefined || operation.body.type === 'application/json'));

/** The body itself, and the first element of each list in it, lists in lists too. */
function placesOf({ body }: Operation): Place[] {
  if (!body) return [{ pointer: '', schema: {}, withFields: (fields) => fields }];
  return placesIn(body.schema, body.example as Record<string, unknown>, '', (document) => document);
}

function placesIn(schema: Schema, example: Readonly<Record<string, unknown>>, pointer: string, within: (document: object) => unknown): Place[] {
  const own: Place = { pointer, schema, withFields: (fields) => within({ ...example, ...fields }) };
  const inner = Object.entries(fieldsOf(schema)).flatMap(([name, field]) => {
    const elements = elementsOf(field);
    const [first, ...others] = Array.isArray(example[name]) ? (example[name] as Record<string, unknown>[]) : [];
    if (!elements || typeof first !== 'object') return [];
    return placesIn(elements, first, `${pointer}/${name}/0`, (document) => within({ ...example, [name]: [document, ...others] }));
  });
  return [own, ...inner];
}

describe('what only a service says', () => {
  const suite = new Suite();
  let company: Company;
  let token: string;

  beforeAll(async () => {
    company = await Company.found(suite, 'Owned fields');
    token = await company.api.accessToken();
  });

  async function send({ method, path }: Operation, body: unknown): Promise<Readonly<{ status: number; pointers: readonly string[] }>> {
    const answer = await fetch(`${suite.site.gateway}${path.replace(/\{\w+\}/g, () => newId())}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': newId(), 'if-match': '*' },
      body: JSON.stringify(body),
    });
    const { errors = [] } = (await answer.json().catch(() => ({}))) as { errors?: { pointer: string }[] };
    return { status: answer.status, pointers: errors.map(({ pointer }) => pointer) };
  }

  /** The places and fields that were not refused each by its name. */
  async function taken(operation: Operation, place: Place, fields: Readonly<Record<string, unknown>>): Promise<string[]> {
    const { status, pointers } = await send(operation, place.withFields(fields));
    const silent = Object.keys(fields).filter((name) => status !== 400 || !pointers.includes(`${place.pointer}/${name}`));
    return silent.map((name) => `${operation.name} ${place.pointer}/${name}: ${status} ${pointers.join(' ')}`);
  }

  const unknownTo = ({ schema }: Place, names: Iterable<string>) => [...names].filter((name) => !(name in fieldsOf(schema)));

  it('is no field of a body, but where a client says it for a reason', () => {
    const offered = WRITES.filter(({ body }) => body).flatMap(({ name, body }) =>
      Object.keys(OWNED).flatMap((field) => (field in fieldsOf(body!.schema) ? [`${name} ${field}`] : [])),
    );
    expect(offered).toEqual(OF_THE_CLIENT);
  });

  it('is refused one by one by every write, in its body and in the lines of it', async () => {
    const accepted: string[] = [];
    for (const operation of WRITES) {
      for (const place of placesOf(operation)) {
        for (const name of unknownTo(place, Object.keys(OWNED))) accepted.push(...(await taken(operation, place, { [name]: OWNED[name] })));
      }
    }
    expect(accepted).toEqual([]);
  });

  it('is refused all at once, whatever field of whatever answer it is', async () => {
    const accepted: string[] = [];
    for (const operation of WRITES) {
      for (const place of placesOf(operation)) {
        const names = unknownTo(place, fieldsOfAnswers());
        for (let from = 0; from < names.length; from += TOLD_AT_ONCE) {
          const fields = Object.fromEntries(names.slice(from, from + TOLD_AT_ONCE).map((name) => [name, 'mine']));
          accepted.push(...(await taken(operation, place, fields)));
        }
      }
    }
    expect(accepted).toEqual([]);
  });

  it('was written nowhere', async () => {
    for (const list of ['items', 'customers', 'sales-orders', 'returns', 'payments', 'employees', 'payroll-runs'])
      expect(await company.count(`/v1/${list}`)).toBe(0);
    await expectCleanAudit(suite);
  });
});
