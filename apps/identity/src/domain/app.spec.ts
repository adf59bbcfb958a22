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
    ['https://localhost/back', false],
    ['https://127.0.0.1:8443/back', false],
    ['https://127.1/back', false],
    ['https://[::1]/back', false],
    ['/back', false],
    ['', false],
  ])('%s: %s', (uri, allowed) => {
    expect(mayLeadBack(uri)).toBe(allowed);
  });
});

describe('an app on the machine of the person', () => {
  it.each([
    [['http://127.0.0.1/back', 'com.example.shop:/back'], [], true],
    [['com.example.shop:/back', 'https://shop.example/back'], [], true],
    [['https://shop.example/back'], ['com.example.shop:/out'], true],
    [['https://shop.example/back'], ['https://shop.example/out'], false],
    [[], [], false],
  ])('has a loopback address or a scheme of its own: %j, %j: %s', (redirectUris, signOutUris, native) => {
    expect(isNative({ redirectUris, signOutUris })).toBe(native);
  });
});
