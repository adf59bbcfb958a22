import { Refusal } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { type ProvenAgain, refusalToConfirm } from './proofs.js';

const [PASSWORD, RIGHT] = ['hash', '123456'];
const forbidden = new Refusal('second-factor-demanded', 'conflict', 'It is the last one.');

function codeOf(proven: ProvenAgain, { isProtected = true, forbid = false } = {}) {
  const taken: string[] = [];
  const takes = (code: string) => (taken.push(code), code === RIGHT);
  const refusal = refusalToConfirm(proven, { secretHash: PASSWORD, isProtected, takes, ...(forbid ? { forbidden } : {}) });
  return [refusal?.code, taken.length];
}

describe('proving oneself once more', () => {
  it.each<[string, ProvenAgain, object, string | undefined, number]>([
    ['the password alone where there is nothing more', { provenHash: PASSWORD }, { isProtected: false }, undefined, 0],
    ['a code that is not needed', { provenHash: PASSWORD, code: RIGHT }, { isProtected: false }, undefined, 0],
    ['a wrong password', { code: RIGHT, passkey: 'proven' }, {}, 'password-wrong', 0],
    ['the password before it was changed', { provenHash: 'before', code: RIGHT }, {}, 'password-wrong', 0],
    ['the password alone', { provenHash: PASSWORD }, {}, 'code-wrong', 0],
    ['a wrong code', { provenHash: PASSWORD, code: '000000' }, {}, 'code-wrong', 1],
    ['a right code', { provenHash: PASSWORD, code: RIGHT }, {}, undefined, 1],
    ['a passkey, which leaves the code unused', { provenHash: PASSWORD, code: RIGHT, passkey: 'proven' }, {}, undefined, 0],
    ['a passkey that is none, whatever the code', { provenHash: PASSWORD, code: RIGHT, passkey: 'refused' }, {}, 'passkey-refused', 0],
    ['a right code for what is forbidden, unused', { provenHash: PASSWORD, code: RIGHT }, { forbid: true }, 'second-factor-demanded', 0],
    ['a wrong password, which learns nothing of what is forbidden', {}, { forbid: true }, 'password-wrong', 0],
  ])('with %s', (_what, proven, account, code, taken) => {
    expect(codeOf(proven, account)).toEqual([code, taken]);
  });
});
