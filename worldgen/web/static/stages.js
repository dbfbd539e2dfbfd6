/**
 * What is to be seen for where things stand: which view, and the large message over the
 * picture with what can be done next. Nothing is decided or remembered here.
 */

/**
 * One of "compose", "curtain", "walk", "paused", "ended".
 *
 * @param stage the server's word for it.
 * @param connection as `connection.js` has it.
 * @param asked whether a prompt was sent that has not begun yet.
 * @param composing whether the person wants to see the composer.
 */
export function viewOf({ stage, connection, asked, composing }) {
  if (["taken", "outdated", "broken"].includes(connection)) return "ended";
  if (stage === "starting" || (asked && stage !== "failed")) return "curtain";
  if (composing || !["walking", "paused", "ended"].includes(stage)) return "compose";
  return { walking: "walk", paused: "paused", ended: "ended" }[stage];
}

/**
 * What holds the walk up, in words, and one to three things to do: {title, text, first, second, third}.
 *
 * @param ended what the server said last about a walk's end: {reason, frames}.
 * @param acts {compose, walkOn, restart, take, reopen, reload}.
 */
export function cardOf({ stage, text: note, connection, ended, acts }) {
  const fresh = { label: "New world", act: acts.compose };
  if (connection === "taken") {
    const first = { label: "Take it back", act: acts.reopen };
    return { title: "Open in another tab", text: "This walk goes on there.", first };
  }
  if (connection === "outdated" || connection === "broken") {
    const first = { label: "Reload", act: acts.reload };
    const old = "This page is older than the server.";
    const text = connection === "outdated" ? old : "A part of this page did not load.";
    return { title: "Please reload", text, first };
  }
  if (stage === "paused") {
    const first = { label: "Walk on", act: acts.walkOn };
    const why = note === "Paused" ? "The world holds its breath." : note;
    return { title: "Paused", text: why, first, second: fresh };
  }
  const first = { label: "Walk again", act: acts.restart };
  if (ended.reason === "failed") {
    return { title: "That did not work", text: note, first, second: fresh };
  }
  if (!ended.frames) return { title: "The end", text: `${note}.`, first, second: fresh };
  const text = `${note}: ${ended.frames} frames.`;
  const home = { label: "Take it home", act: acts.take };
  return { title: "The end", text, first, second: home, third: fresh };
}

/**
 * What is waited for: {prompt, text, progress, expectedS}, as `View.waiting` takes it.
 *
 * @param journey {asked, prompt, status}, as `journey.js` has them.
 */
export function waitOf({ asked, prompt, status }, connection) {
  const { stage, text, progress = null, expected_s: expectedS = null } = status;
  const isOpen = connection === "open";
  const begun = isOpen && (stage === "starting" || stage === "loading");
  const words = isOpen ? "One moment" : "Waiting for the server";
  return { prompt: asked?.text ?? prompt, text: begun ? text : words, progress, expectedS };
}
