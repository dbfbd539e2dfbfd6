/**
 * The session's token, kept for this tab: a reload comes back to the same walk.
 * A sandboxed frame may have no storage; then a reload begins anew.
 */

const NAME = "worldgen.session";

export function keptToken() {
  try {
    return sessionStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
}

export function keepToken(token) {
  try {
    if (token) sessionStorage.setItem(NAME, token);
    else sessionStorage.removeItem(NAME);
  } catch {
    // nothing to do: see above
  }
}
