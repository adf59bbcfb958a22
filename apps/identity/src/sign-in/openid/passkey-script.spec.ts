import { setImmediate as turn } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { PASSKEY_SCRIPT, PASSKEY_SCRIPT_URL } from './passkey-script.js';

type Submitted = Readonly<{ submitter: string; preventDefault: () => void }>;

/** A form as far as the script looks at one. */
class FakeForm {
  hidden = true;
  readonly elements = { credential: { value: '' } };
  readonly status = { textContent: '' };
  readonly requestSubmit = vi.fn<(button: string) => void>();
  private submitted?: (event: Submitted) => void;

  constructor(readonly dataset: Readonly<{ passkey: string; options: string }>) {}

  querySelector = () => this.status;
  addEventListener = (_name: 'submit', listener: (event: Submitted) => void) => (this.submitted = listener);

  /** @returns whether the form stayed where it is. */
  async press(): Promise<boolean> {
    const preventDefault = vi.fn<() => void>();
    this.submitted!({ submitter: 'the button', preventDefault });
    await turn();
    return preventDefault.mock.calls.length > 0;
  }
}

function run(form: FakeForm, device: object, hasPasskeys = true): void {
  const parsed = (options: object) => ({ parsed: options });
  const PublicKeyCredential = { parseRequestOptionsFromJSON: parsed, parseCreationOptionsFromJSON: parsed };
  const document = { querySelectorAll: () => [form] };
  runInNewContext(PASSKEY_SCRIPT, { document, navigator: { credentials: device }, ...(hasPasskeys ? { PublicKeyCredential } : {}) });
}

describe('the script of the pages of a sign-in', () => {
  it.each(['get', 'create'])('shows a form to %s a passkey, asks the device, and sends what it answers', async (act) => {
    const form = new FakeForm({ passkey: act, options: '{"challenge":"AA"}' });
    const ask = vi.fn<(asked: object) => Promise<object>>().mockResolvedValue({ toJSON: () => ({ id: 'a key' }) });
    run(form, { [act]: ask });
    expect(form.hidden).toBe(false);
    expect(await form.press()).toBe(true);
    expect(JSON.stringify(ask.mock.calls)).toBe('[[{"publicKey":{"parsed":{"challenge":"AA"}}}]]');
    expect(form.elements.credential.value).toBe('{"id":"a key"}');
    expect(form.requestSubmit.mock.calls).toEqual([['the button']]);
    expect(await form.press()).toBe(false); // As the browser sends it then.
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('says so when the person did not go on, and can be asked again', async () => {
    const form = new FakeForm({ passkey: 'get', options: '{}' });
    const ask = vi.fn<() => Promise<object>>().mockRejectedValueOnce(new Error('NotAllowedError')).mockResolvedValue({});
    run(form, { get: ask });
    expect(await form.press()).toBe(true);
    expect(form.status.textContent).toContain('No passkey was used');
    expect(form.requestSubmit).not.toHaveBeenCalled();
    await form.press();
    expect(form.status.textContent).toBe('');
    expect(form.requestSubmit).toHaveBeenCalledTimes(1);
  });

  it('leaves the page as it is in a browser without passkeys', () => {
    const form = new FakeForm({ passkey: 'get', options: '{}' });
    run(form, {}, false);
    expect(form.hidden).toBe(true);
  });

  it('has an address that changes with its text', () => {
    expect(PASSKEY_SCRIPT_URL).toMatch(/^\/sign-in\/passkeys\.js\?v=[\w-]{16}$/);
  });
});
