/** Passkeys: a form with `data-passkey` asks the browser to make one (`new`) or to sign in (`enter`). */

interface Ceremony {
  handle: string;
  options: string;
}

/** Posts a form; what comes back, or an error where it was refused. */
async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const answer = await fetch(path, { method: "POST", body: new URLSearchParams(fields) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

async function begin(path: string, csrf: string): Promise<Ceremony> {
  return (await (await post(path, { csrf })).json()) as Ceremony;
}

async function make(form: HTMLFormElement): Promise<string> {
  const fields = new FormData(form);
  const csrf = String(fields.get("csrf") ?? "");
  const { handle, options } = await begin("/settings/passkeys/begin", csrf);
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options));
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential | null;
  if (!made) throw new Error("none");
  const name = String(fields.get("name") ?? "");
  await post("/settings/passkeys", { csrf, handle, name, answer: JSON.stringify(made.toJSON()) });
  return "/settings";
}

async function enter(form: HTMLFormElement): Promise<string> {
  const { handle, options } = await begin("/enter/passkey/begin", "");
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
  const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
  if (!shown) throw new Error("none");
  await post("/enter/passkey", { handle, answer: JSON.stringify(shown.toJSON()) });
  return form.dataset["then"] ?? "/";
}

function listen(form: HTMLFormElement): void {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = form.querySelector("[role=status]");
    const done = form.dataset["passkey"] === "new" ? make(form) : enter(form);
    done.then(
      (then) => {
        location.assign(then);
        if (then === location.pathname) location.reload();
      },
      () => {
        if (said) said.textContent = form.dataset["failed"] ?? "";
      },
    );
  });
}

// Where a browser cannot, the form stays hidden and the password is there.
if (window.PublicKeyCredential && "parseCreationOptionsFromJSON" in PublicKeyCredential)
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) listen(form);
