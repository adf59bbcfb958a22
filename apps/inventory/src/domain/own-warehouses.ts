import { type Decider, Refusal } from '@millrace/kernel';

/**
 * Why somebody may not write to these warehouses, if so: a permission may reach to some warehouses alone. Refuses
 * `warehouse-not-yours`. Places that belong to no warehouse (null), such as those for losses, are everybody's.
 */
export function refusalOfWarehouses(by: Pick<Decider, 'limitsOn'>, permission: string, named: readonly (string | null)[]): Refusal | undefined {
  const { warehouses } = by.limitsOn(permission);
  const foreign = warehouses && named.find((each) => each !== null && !warehouses.includes(each));
  return foreign ? warehouseNotYours(permission, foreign) : undefined;
}

const warehouseNotYours = (permission: string, warehouseId: string) =>
  new Refusal('warehouse-not-yours', 'forbidden', `You hold ${permission} for other warehouses than this one: ${warehouseId}.`, { permission, warehouseId });
