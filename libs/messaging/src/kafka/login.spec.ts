import { describe, expect, it } from 'vitest';
import { kafkaLogin } from './login.js';

const WHO = { username: 'mill', password: 'hush' };

describe('how somebody comes to the broker', () => {
  it('is nothing where nobody is named', () => {
    expect(kafkaLogin({ brokers: ['broker:9092'] })).toBeUndefined();
    expect(kafkaLogin({ username: '', password: '', mechanism: 'plain', brokers: ['broker:9092'] })).toBeUndefined();
  });

  it.each([{ username: 'mill' }, { password: 'hush' }, { username: 'mill', password: '' }])('is refused when half of it is missing: %j', (half) => {
    expect(() => kafkaLogin({ ...half, brokers: ['broker:9092'] })).toThrow('one of them is missing');
  });

  it('is a proof without the password, to any broker', () => {
    expect(kafkaLogin({ ...WHO, mechanism: 'scram-sha-512', brokers: ['broker:9092'] })).toEqual({ ...WHO, mechanism: 'scram-sha-512' });
  });

  it.each([['127.0.0.1:9094'], ['localhost:9094'], ['[::1]:9094'], ['127.0.0.1:9094', '127.0.0.2:9094']])('is PLAIN on this machine: %s', (...brokers) => {
    expect(kafkaLogin({ ...WHO, mechanism: 'plain', brokers })).toEqual({ ...WHO, mechanism: 'plain' });
  });

  it.each([['broker:9092'], ['127.0.0.1:9094', 'broker:9092'], ['127.0.0.1.example:9092'], ['10.0.0.1:9092']])(
    'is PLAIN beyond it over TLS alone: %s',
    (...brokers) => {
      expect(() => kafkaLogin({ ...WHO, mechanism: 'plain', brokers })).toThrow('KAFKA_SSL=true');
      expect(kafkaLogin({ ...WHO, mechanism: 'plain', brokers, ssl: true })).toEqual({ ...WHO, mechanism: 'plain' });
    },
  );
});
