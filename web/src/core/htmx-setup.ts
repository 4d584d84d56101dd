/** htmx as our server and our content security policy want it. */

interface Api {
  initSecurity(policy: null, plain: unknown, later: unknown): void;
}

interface Htmx {
  readonly config: { defaultSettleDelay: number };
  registerExtension(name: string, extension: { init(api: Api): void }): unknown;
}

interface Asking extends Event {
  readonly detail: {
    readonly ctx: { readonly request: { readonly headers: Record<string, string> } };
  };
}

class NoCode {
  constructor() {
    throw new Error("code in attributes (hx-on, js:, a condition in a trigger) is switched off");
  }
}

/** Nothing in an attribute is ever run as code, whether or not the policy would stop it too. */
export function withoutEval(htmx: Htmx): void {
  htmx.registerExtension("hw-without-eval", {
    init: (api) => api.initSecurity(null, NoCode, NoCode),
  });
}

/** No pause for settling: in it htmx sets the old element's style as an attribute, against the policy. */
export function withoutStyles(htmx: Htmx): void {
  htmx.config.defaultSettleDelay = 0;
}

/** Every request of htmx proves that it comes from our page: the token in `<meta name="csrf">`. */
export function withToken(): void {
  document.addEventListener("htmx:config:request", (event) => {
    const token = document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content;
    if (token) (event as Asking).detail.ctx.request.headers["X-CSRF-Token"] = token;
  });
}
