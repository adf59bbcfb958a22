import type { Item } from '../domain/item.js';
import type { ItemDto } from './item.dto.js';

export function showItem(item: Item): ItemDto {
  return { ...item.state(), version: item.version };
}
