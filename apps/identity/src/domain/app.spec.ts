import { describe, expect, it } from 'vitest';
import { isNative, mayLeadBack } from './app.js';

describe('an address that a sign-in leads back to', () => {
  it.each([
    ['https://shop.example/back', true],
    ['https://shop.example/back?from=erp', true],
    ['http://127.0.0.1/back', true],
    ['http://localhost:8123/back', true],
    ['http://[::1]/back', true],
    ['com.example.shop:/back', true],
    ['http://shop.example/back', false],
    ['https://shop.example/back#part', false],
    ['https://*.example/back', false],
    ['https://anna@shop.example/back', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['shop:/back', false],
    ['/back', false],
    ['', false],
  ])('%s: %s', (uri, allowed) => {
    expect(mayLeadBack(uri)).toBe(allowed);
  });
});

describe('an app on the machine of the person', () => {
  it('has loopback addresses or a scheme of its own, and nothing else', () => {
    expect(isNative({ redirectUris: ['http://127.0.0.1/back', 'com.example.shop:/back'] })).toBe(true);
    expect(isNative({ redirectUris: ['http://127.0.0.1/back', 'https://shop.example/back'] })).toBe(false);
    expect(isNative({ redirectUris: [] })).toBe(false);
  });
});
