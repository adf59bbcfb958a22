import { describe, expect, it } from 'vitest';
import { isOfSuite, rightsOfReader, rightsOfService } from './rights.js';

const event = (name: string, topic: string) => ({ name, topic, service: topic.slice(0, topic.indexOf('.')) });
const EVENTS = [
  event('mill.sack-filled', 'mill.sack'),
  event('mill.sack-emptied', 'mill.sack'),
  event('mill.wheel-turned', 'mill.wheel'),
  event('bakery.loaf-baked', 'bakery.loaf'),
];

describe('rights on the broker', () => {
  it('are to write the topics of its own events, and to read those that its consumers take, each once', () => {
    expect(rightsOfService('bakery', ['mill.sack-filled', 'mill.sack-emptied'], EVENTS)).toEqual([
      { on: 'topic', name: 'bakery.loaf', may: ['write', 'describe'] },
      { on: 'topic', name: 'mill.sack', may: ['read', 'describe-configs'] },
      { on: 'group', name: 'bakery', may: ['read'] },
      { on: 'group', name: 'bakery.', begins: true, may: ['read', 'delete'] },
    ]);
  });

  it('are on no group where nothing is read', () => {
    expect(rightsOfService('mill', [], EVENTS).map(({ on, name }) => `${on} ${name}`)).toEqual(['topic mill.sack', 'topic mill.wheel']);
  });

  it('grow with the contracts: the topic of a new event is written by its service and seen by the reader', () => {
    const more = [...EVENTS, event('bakery.oven-lit', 'bakery.oven')];
    expect(rightsOfService('bakery', [], more)).toContainEqual({ on: 'topic', name: 'bakery.oven', may: ['write', 'describe'] });
    expect(rightsOfReader(['mill', 'bakery'], more)).toContainEqual({ on: 'topic', name: 'bakery.oven', may: ['read'] });
  });

  it.each([
    ['mill.sack', true],
    ['mill.sack-of-before', true],
    ['mill', true],
    ['bakery.copy', true],
    ['millrace-reader-1', true],
    ['millstone', false],
    ['brewery.cask', false],
    ['*', false],
    ['', false],
  ])('on "%s" are of the suite: %s', (name, expected) => {
    expect(isOfSuite(name, EVENTS)).toBe(expected);
  });

  it('of the reader are to write nothing, and to take the place of nobody', () => {
    const rights = rightsOfReader(['mill', 'bakery'], EVENTS);
    expect(rights.filter(({ may }) => may.includes('write'))).toEqual([]);
    expect(rights.filter(({ on }) => on === 'group')).toEqual([
      { on: 'group', name: 'mill', may: ['describe'] },
      { on: 'group', name: 'bakery', may: ['describe'] },
      { on: 'group', name: 'millrace-reader-', begins: true, may: ['read', 'delete'] },
    ]);
  });
});
