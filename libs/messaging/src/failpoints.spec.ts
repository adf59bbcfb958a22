import { afterEach, describe, expect, it } from 'vitest';
import { armFailpoints, failpoint, failpointHits, parseFailpoints } from './failpoints.js';

describe('failpoints', () => {
  afterEach(() => armFailpoints(undefined));

  it('cost nothing and do nothing when none is armed', () => {
    expect(failpoint('relay.before-publish')).toBeUndefined();
    expect(failpointHits().size).toBe(0);
  });

  it('throw with their code, for one stream only when it is named', () => {
    armFailpoints('consumer.handle[K1]=throw:poison');
    expect(() => failpoint.now('consumer.handle', 'K2')).not.toThrow();
    expect(() => failpoint.now('consumer.handle', 'K1')).toThrow(expect.objectContaining({ code: 'poison' }));
    expect(failpointHits()).toEqual(new Map([['consumer.handle', 1]]));
  });

  it('act on the n-th hit only when one is named', async () => {
    armFailpoints('relay.after-publish=throw:late@2');
    expect(failpoint('relay.after-publish')).toBeUndefined();
    expect(() => failpoint('relay.after-publish')).toThrow(/failpoint relay.after-publish/);
    expect(failpoint('relay.after-publish')).toBeUndefined();
  });

  it('delay by so many milliseconds', async () => {
    armFailpoints('consume.before-commit=delay:20');
    const before = performance.now();
    await failpoint('consume.before-commit');
    expect(performance.now() - before).toBeGreaterThan(15);
  });

  it('are not armed when a text is only read', () => {
    expect([...parseFailpoints('relay.after-publish=kill@3;consumer.handle[K1]=throw').keys()]).toEqual(['relay.after-publish', 'consumer.handle']);
    expect(failpoint('relay.after-publish')).toBeUndefined();
    expect(failpointHits().size).toBe(0);
  });

  it.each(['relay.after-publsh=kill', 'consumer.handle=explode', 'consumer.handle', 'consumer.handle=delay:soon', 'consumer.handle=kill:1'])(
    'are refused when they are like %s',
    (text) => {
      expect(() => armFailpoints(text)).toThrow(/Failpoint not understood/);
    },
  );
});
