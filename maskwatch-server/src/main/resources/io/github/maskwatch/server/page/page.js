// Follows /live: each answer is figures (text) and, where one follows, a picture (binary). The next is asked for when the last
// one is on the screen, so a slow page gets fewer pictures and never old ones.
"use strict";

const RETRY_MS = 2000;
const FIGURES_EVERY_MS = 250;
const STATES = ["with_mask", "without_mask", "mask_worn_incorrectly", "cannot_tell"];
const whole = new Intl.NumberFormat("en");
const oneDecimal = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const byId = (id) => document.getElementById(id);

let lastShown = 0;
let lastPhase = "";
let retryAt = 0;
let retrySentence = "";

function connect() {
  const socket = new WebSocket(`ws${location.protocol === "https:" ? "s" : ""}://${location.host}/live`);
  socket.binaryType = "blob";
  const next = () => {
    if (socket.readyState === WebSocket.OPEN) {
      socket.send("next");
    }
  };
  socket.onopen = next;
  socket.onmessage = async (message) => {
    if (typeof message.data === "string") {
      const figures = JSON.parse(message.data);
      show(figures);
      if (!figures.pictureFollows) {
        next();
      }
    } else {
      await showPicture(message.data);
      next();
    }
  };
  socket.onclose = () => {
    retryAt = 0;
    lastTold = 0; // A new run counts anew.
    if (lastPhase !== "ended" && lastPhase !== "given_up") {
      chip("gone", "Maskwatch does not answer");
    }
    document.title = "Stopped – Maskwatch";
    STATES.forEach((state) => { byId(state).textContent = "–"; });
    setTimeout(connect, RETRY_MS);
  };
}

async function showPicture(blob) {
  const picture = byId("picture");
  const before = picture.src;
  picture.src = URL.createObjectURL(blob);
  try {
    await picture.decode();
  } catch {
    // A newer picture took its place.
  }
  if (before) {
    URL.revokeObjectURL(before);
  }
}

function show(figures) {
  byId("speak").hidden = !figures.tells;
  told(figures.told);
  const phaseChanged = figures.source.phase !== lastPhase || figures.source.reason !== byId("reason").textContent;
  if (!phaseChanged && performance.now() - lastShown < FIGURES_EVERY_MS) {
    return; // Numbers that change with each frame cannot be read.
  }
  lastShown = performance.now();
  showSource(figures);
  for (const state of STATES) {
    // Where no picture comes, nobody knows who is there.
    byId(state).textContent = figures.source.lost ? "–" : whole.format(figures.faces[state]);
    byId(`${state}_seen`).textContent = `${whole.format(figures.facesSeen[state])} seen in all frames`;
  }
  showPeople(figures);
  byId("processedFps").textContent = oneDecimal.format(figures.processedFps);
  byId("inputFps").textContent = oneDecimal.format(figures.inputFps);
  byId("median").textContent = `${whole.format(Math.round(figures.latencyMs.median))} ms`;
  byId("p95").textContent = `${whole.format(Math.round(figures.latencyMs.p95))} ms`;
  for (const count of ["framesRead", "framesProcessed", "framesDropped"]) {
    byId(count).textContent = whole.format(figures[count]);
  }
  byId("seconds").textContent = clock(figures.seconds);
}

function showPeople(figures) {
  byId("people").hidden = !figures.people;
  if (figures.people) {
    byId("peopleNow").textContent = figures.source.lost ? "–" : whole.format(figures.people.now);
    byId("peopleSeen").textContent = whole.format(figures.people.seen);
  }
}

function showSource(figures) {
  const source = figures.source;
  byId("camera").textContent = figures.camera;
  byId("camera").title = figures.camera;
  byId("banner").textContent = figures.banner;
  byId("banner").hidden = !figures.banner;
  if (byId("notice").textContent !== figures.notice) {
    byId("notice").textContent = figures.notice; // Read aloud then.
  }
  byId("notice").hidden = !figures.notice;
  document.title = `${source.lost ? "⚠ " : ""}${figures.camera} – Maskwatch`;
  if (source.phase === "reconnecting" && retrySentence !== source.sentence) {
    retryAt = performance.now() + source.nextTrySeconds * 1000;
  } else if (source.phase !== "reconnecting") {
    retryAt = 0;
  }
  retrySentence = source.phase === "reconnecting" ? source.sentence : "";
  lastPhase = source.phase;
  chip(source.phase === "given_up" ? "gone" : source.lost ? "lost" : source.phase, wording(source));
  byId("reason").textContent = source.reason;
  byId("reason").hidden = !source.reason;
}

function wording(source) {
  if (source.phase === "reconnecting" && retryAt > 0) {
    const left = Math.max(0, Math.ceil((retryAt - performance.now()) / 1000));
    return left > 0 ? `Source lost, reconnecting in ${left} s` : "Source lost, reconnecting";
  }
  return source.phase === "connected" ? "Live" : source.sentence;
}

function chip(state, text) {
  const source = byId("source");
  source.dataset.state = state;
  if (source.textContent !== text) {
    source.textContent = text; // Only when it changes: it is read aloud then.
  }
}

function clock(seconds) {
  const s = Math.floor(seconds);
  const two = (n) => String(n).padStart(2, "0");
  return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

connect();
