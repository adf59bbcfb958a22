// The one script of the pages of a sign-in: shows the forms that take a passkey, and fills them in with what the device
// answers. Without it, or in a browser that has no passkeys, the page is as it would be without them.

const asks = {
  get: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  create: (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
};

async function fillIn(form, button) {
  const { passkey, options } = form.dataset;
  const status = form.querySelector('[role="status"]');
  status.textContent = '';
  try {
    const credential = await asks[passkey](JSON.parse(options));
    form.elements.credential.value = JSON.stringify(credential);
    form.requestSubmit(button);
  } catch {
    status.textContent = 'No passkey was used. Try again, or go on another way.';
  }
}

if (globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      if (form.elements.credential.value !== '') return;
      event.preventDefault();
      void fillIn(form, event.submitter);
    });
  }
}
