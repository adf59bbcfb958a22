/**
 * Whether some permissions, among them patterns such as `orders.*` and `*`, contain one; it may be a pattern itself.
 *
 * @example `orders.*` grants `orders.sales-order.place` and `orders.sales-order.*`, and not `*`.
 */
export function grants(permissions: readonly string[], permission: string): boolean {
  return permissions.some((each) => each === permission || each === '*' || (each.endsWith('.*') && permission.startsWith(each.slice(0, -1))));
}
