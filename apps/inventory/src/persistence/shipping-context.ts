import type { Clock } from '@millrace/kernel';
import type { ShippingContext } from '../domain/ship-reservation.js';
import type { CompanyPlaces } from './company.repository.js';

/** What is needed to ship on behalf of a company now. */
export function shippingContext(places: CompanyPlaces, clock: Clock): ShippingContext {
  const { timeZone, baseCurrency } = places.company;
  return { customerLocationId: places.virtual.customer, currency: baseCurrency, today: clock.today(timeZone), now: clock.now() };
}
