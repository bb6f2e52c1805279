import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Link,
  newName,
  readMessage,
  response,
  sessionOf,
  speakerHash,
} from "../../../../partnership/export/web/presenter/speaker/link.js";
import {
  Store,
  beginning,
  blanked,
  moved,
} from "../../../../partnership/export/web/presenter/state.js";

test("an address names the presentation of a speaker window", () => {
  const session = newName();
  assert.equal(sessionOf(speakerHash(session)), session);
  assert.notEqual(newName(), session);
  for (const hash of ["", "#3", "#speaker-", "#speaker-xyz", `#speaker-${session}0`]) {
    assert.equal(sessionOf(hash), "", hash);
  }
});

test("messages of other pages and other presentations are not read", () => {
  const message = { session: "one", role: "slides", asks: true, state: {} };
  assert.deepEqual(readMessage({ ...message, more: 1 }, "one"), message);
  const others = [null, undefined, "one", 7, {}, { ...message, session: "two" }];
  for (const data of [...others, { ...message, role: "other" }]) {
    assert.equal(readMessage(data, "one"), null);
  }
});

test("the later state is adopted, an earlier one is answered", () => {
  const [old, late] = [beginning({ by: "a", changes: 1 }), beginning({ by: "b", changes: 2 })];
  assert.deepEqual(response(late, old, false), { adopts: true, answers: false });
  assert.deepEqual(response(old, late, false), { adopts: false, answers: true });
  assert.deepEqual(response(old, old, false), { adopts: false, answers: false });
  assert.deepEqual(response(old, old, true), { adopts: false, answers: true });
});

Object.assign(globalThis, { addEventListener: () => {}, self: { origin: "null" } });

/**
 * Two windows on one channel, which is left when the test has ended.
 *
 * @param {import("node:test").TestContext} t
 * @param {number} count slides
 */
function pair(t, count) {
  const session = newName();
  return /** @type {const} */ (["slides", "speaker"]).map(role => {
    const store = new Store(beginning({ by: newName(), changes: role === "slides" ? 1 : 0 }));
    const link = new Link({ session, role, store, count });
    t.after(() => link.close());
    return { store, link };
  });
}

const delivered = () => new Promise(resolve => setTimeout(resolve, 50));

test("windows on one channel are kept in step, both ways, also when one comes late", async t => {
  const [slides, speaker] = pair(t, 12);
  slides.store.change(moved(slides.store.state, 4, 12, 0));
  await delivered();
  assert.equal(speaker.store.state.index, 4);
  speaker.store.change(blanked(speaker.store.state));
  await delivered();
  assert.equal(slides.store.state.blank, true);
  assert.deepEqual(slides.store.state, speaker.store.state);
});

test("a browser without channels has messages from window to window", t => {
  const real = globalThis.BroadcastChannel;
  Object.assign(globalThis, { BroadcastChannel: undefined });
  /** @type {any[]} */
  const sent = [];
  try {
    const [slides] = pair(t, 12);
    const other = { closed: false, postMessage: (/** @type {any} */ m) => sent.push(m) };
    slides.link.join(/** @type {any} */ (other));
    slides.store.change(moved(slides.store.state, 2, 12, 0));
    other.closed = true;
    slides.store.change(moved(slides.store.state, 3, 12, 0));
  } finally {
    Object.assign(globalThis, { BroadcastChannel: real });
  }
  assert.deepEqual(sent.map(({ state }) => state.index), [2]);
});
