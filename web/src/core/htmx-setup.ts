/** htmx as our content security policy wants it. */

interface Api {
  initSecurity(policy: null, plain: unknown, later: unknown): void;
}

interface Htmx {
  registerExtension(name: string, extension: { init(api: Api): void }): unknown;
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
