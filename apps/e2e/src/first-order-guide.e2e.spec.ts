import { newId } from '@millrace/kernel';
import { eventually } from '@millrace/testing';
import { describe, expect, it } from 'vitest';
import { Guide, type GuideAnswer } from './guide.js';
import { expectCleanAudit, Suite } from './suite.js';

type Document = GuideAnswer & Readonly<{ invoices: readonly GuideAnswer[]; lines: readonly GuideAnswer[] }>;

describe('the guide to a first order', () => {
  const suite = new Suite();
  const { email, password } = suite.site.administrator;
  const guide = new Guide('first-order.md', { G: suite.site.gateway, JSON: 'content-type: application/json', EMAIL: email, PASSWORD: password });
  const { variables } = guide;
  const post = guide.block('post() {');

  it('leads from signing in to the money, command by command', async () => {
    const signedIn = guide.answer('/v1/tokens');
    expect(signedIn).toMatchObject({ tokenType: 'Bearer', expiresIn: 900 });
    variables.TOKEN = signedIn.accessToken!;
    const company = guide.answer('/v1/companies', { 'Corner Shop': `Corner Shop ${newId()}` });
    expect(company).toMatchObject({ baseCurrency: 'GBP', version: 1 });
    variables.TOKEN = await suite.administrator.forCompany(company.companyId!).accessToken();

    const made = await eventually(() => {
      const answers = guide.answers('/v1/items', {}, post);
      expect(answers.map(({ code }) => code)).toEqual([undefined, undefined, undefined, undefined]);
      return answers;
    }, 20_000);
    const [, receipt, , customer] = made as [GuideAnswer, GuideAnswer, GuideAnswer, GuideAnswer];
    expect(receipt).toMatchObject({ kind: 'purchase', currency: 'GBP', totalCost: '21.00' });

    const [order] = guide.answers('until=invoiced', { '01a207a4-057a-7643-83b8-bf8fc5adecea': customer.customerId! }, post) as [Document];
    const [invoice] = order.invoices as [GuideAnswer];
    expect(order).toMatchObject({ status: 'shipped', netTotal: '22.00', estimatedGross: '26.40', lines: [{ shipped: '4', unitPrice: '5.50' }] });
    expect(invoice).toMatchObject({ number: expect.stringMatching(/^INV-/) as string, grossTotal: '26.40' });

    const gaps = {
      '01a207a4-057a-…': customer.customerId!,
      '01a207a4-08b5-730f-bce0-5c3d6af8f33c': invoice.customerInvoiceId!,
      '01a207a4-07c2-7084-97cf-56d36914a8be': order.salesOrderId!,
    };
    const [payment, completed, balance] = guide.answers('/v1/payments', gaps, post) as [GuideAnswer, GuideAnswer, Document];
    expect([payment, completed]).toMatchObject([
      { amount: '26.40', onAccount: '0.00' },
      { status: 'completed', paidTotal: '26.40' },
    ]);
    const closing = (account: string) => balance.lines.find((line) => line.account === account)!.closing;
    expect([balance.debit, ...['1000', '1300', '2050', '2200', '4000', '5000'].map(closing)]).toEqual([
      '82.20',
      '26.40',
      '12.60',
      '-21.00',
      '-4.40',
      '-22.00',
      '8.40',
    ]);

    const [refused] = guide.answers('"quantity":"-1"', { '01a207a4-057a-…': customer.customerId! }, post) as [GuideAnswer];
    expect(refused).toMatchObject({ type: '/problems/value-refused', status: 422, code: 'value-refused' });
    await expectCleanAudit(suite);
  });
});
