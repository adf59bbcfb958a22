import { ALONE, grants, Refusal } from '@millrace/kernel';

/** Permissions that no operation demands: with them an operation lets somebody do more than without. */
export const BESIDE_OPERATIONS: readonly string[] = [
  ALONE,
  'finance.journal-entry.open',
  'finance.ledger.backdate',
  'inventory.stock.backdate',
  'orders.return.backdate',
  'orders.sales-order.backdate',
  'orders.sales-order.price',
];

/**
 * Why an account cannot be held to these permissions, if it cannot: one that nothing asks for, such as one that is written wrong,
 * would take everything from it without a word. A pattern has to match something. Refuses `permission-unknown`.
 *
 * @param demanded The permissions that operations demand.
 */
export function refusalOfPermissions(permissions: readonly string[], demanded: readonly string[]): Refusal | undefined {
  const known = [...demanded, ...BESIDE_OPERATIONS];
  const unknown = permissions.filter((each) => !known.some((one) => grants([each], one)));
  if (unknown.length === 0) return undefined;
  const detail = `Nothing asks for ${unknown.join(', ')}: \`x-permission\` in the API document says what each operation asks for, and orders.* is all of a service.`;
  return new Refusal('permission-unknown', 'invalid', detail, { unknown });
}
