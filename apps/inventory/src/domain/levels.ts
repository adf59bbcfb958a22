import type { StockLevel } from './stock-level.js';

/** The stock levels that a decision may look at and change. An item that was never there has a level of nothing. */
export interface Levels {
  of(itemId: string, locationId: string): StockLevel;
}
