/** A small wholesaler of kitchen things and one day of its business. Prices and costs are in GBP, without tax. */
export const COMPANY = { name: 'Demo Trading', country: 'GB', timeZone: 'Europe/London', baseCurrency: 'GBP' };

export const ITEMS = [
  { sku: 'MUG-BLUE', name: 'Mug, blue', kind: 'stocked', opening: '240', cost: '2.10', price: '5.50' },
  { sku: 'MUG-WHITE', name: 'Mug, white', kind: 'stocked', opening: '180', cost: '1.95', price: '5.00' },
  { sku: 'TEAPOT', name: 'Teapot, 1.2 l', kind: 'stocked', opening: '36', cost: '9.40', price: '24.90' },
  { sku: 'PLATE-SET', name: 'Plates, set of six', kind: 'stocked', opening: '25', cost: '14.00', price: '39.00' },
  { sku: 'JAM-JAR', name: 'Jam jar, 370 ml', kind: 'stocked', opening: '1200', cost: '0.38', price: '1.15' },
  { sku: 'KETTLE', name: 'Kettle, steel', kind: 'stocked', opening: '4', cost: '18.75', price: '45.00' },
  { sku: 'DELIVERY', name: 'Delivery', kind: 'service', price: '6.90' },
] as const;

export const CUSTOMERS = [
  { reference: 'harbour', name: 'Harbour Café', country: 'GB' },
  { reference: 'linden', name: 'Linden Feinkost', country: 'DE' },
  { reference: 'atelier', name: 'Atelier du Thé', country: 'FR' },
  { reference: 'kitchen', name: 'Kitchen & Co', country: 'GB' },
  { reference: 'corner', name: 'Corner Shop', country: 'GB', creditLimit: '150.00' },
] as const;

export type DemoOrder = Readonly<{
  name: string;
  customer: (typeof CUSTOMERS)[number]['reference'];
  policy?: 'refuse' | 'back-order' | 'ship-complete';
  lines: readonly (readonly [sku: (typeof ITEMS)[number]['sku'], quantity: number])[];
  /** What the customer does afterwards; pays in full when absent. */
  afterwards?: 'cancels' | 'pays half' | 'waits' | 'is refused';
  /** Sent back after it was paid, of the first line. */
  returns?: number;
}>;

export const ORDERS: readonly DemoOrder[] = [
  {
    name: 'breakfast',
    customer: 'harbour',
    lines: [
      ['MUG-BLUE', 48],
      ['MUG-WHITE', 24],
      ['DELIVERY', 1],
    ],
  },
  {
    name: 'tea',
    customer: 'atelier',
    lines: [
      ['TEAPOT', 12],
      ['MUG-WHITE', 36],
    ],
    returns: 2,
  },
  { name: 'jars', customer: 'linden', lines: [['JAM-JAR', 600]] },
  {
    name: 'plates',
    customer: 'kitchen',
    lines: [
      ['PLATE-SET', 8],
      ['MUG-BLUE', 16],
    ],
  },
  { name: 'small', customer: 'corner', lines: [['MUG-WHITE', 6]] },
  { name: 'too much credit', customer: 'corner', lines: [['PLATE-SET', 6]], afterwards: 'is refused' },
  { name: 'too many kettles', customer: 'harbour', lines: [['KETTLE', 9]], afterwards: 'is refused' },
  {
    name: 'kettles',
    customer: 'kitchen',
    policy: 'back-order',
    lines: [
      ['KETTLE', 10],
      ['DELIVERY', 1],
    ],
  },
  {
    name: 'kettles, all at once',
    customer: 'linden',
    policy: 'ship-complete',
    lines: [
      ['KETTLE', 5],
      ['TEAPOT', 4],
    ],
  },
  { name: 'second thoughts', customer: 'atelier', policy: 'back-order', lines: [['KETTLE', 30]], afterwards: 'cancels' },
  {
    name: 'jars again',
    customer: 'linden',
    lines: [
      ['JAM-JAR', 240],
      ['DELIVERY', 1],
    ],
  },
  { name: 'on account', customer: 'harbour', lines: [['TEAPOT', 6]], afterwards: 'pays half' },
  { name: 'unpaid', customer: 'kitchen', lines: [['MUG-BLUE', 30]], afterwards: 'waits' },
  {
    name: 'mugs',
    customer: 'atelier',
    lines: [
      ['MUG-BLUE', 24],
      ['MUG-WHITE', 24],
    ],
  },
];

/** Comes in at noon and serves those who wait, oldest first. */
export const DELIVERY = { sku: 'KETTLE', quantity: '24', unitCost: '19.20' } as const;

export const EMPLOYEES = [
  { name: 'Robin Hall', monthlyGross: '2600.00' },
  { name: 'Sam Okoro', monthlyGross: '3150.00' },
] as const;

export const PAYROLL_RATES = { taxRate: '0.18', employeeSocialRate: '0.08', employerSocialRate: '0.12' } as const;
