// What is said to those before the camera: a banner on the picture, read out by screen readers as it appears; a chime and a voice where somebody has
// switched them on (browsers play no sound before a click). Nothing is loaded: the voice is the browser's, the chime is computed.
"use strict";

const NOTES_HZ = [783.99, 659.25];
const NOTE_S = 0.35;
const RING_S = 0.9;
const LOUDNESS = 0.25;

let lastTold = 0;
let hideTimer = 0;
let sound = null;

function told(said) {
  if (!said || said.number === lastTold) {
    return;
  }
  lastTold = said.number;
  const left = said.shownSeconds - said.ageSeconds;
  if (left <= 0) {
    return; // Said before this page was opened.
  }
  showTold(said, left);
  if (sound) {
    chime();
    speak(said.lines);
  }
}

function showTold(said, seconds) {
  const banner = document.getElementById("told");
  const plate = document.createElement("div");
  plate.append(...said.lines.map((line) => {
    const sentence = document.createElement("p");
    sentence.lang = line.lang;
    sentence.textContent = line.text;
    return sentence;
  }));
  banner.replaceChildren(plate);
  banner.dataset.sentence = said.sentence;
  clearTimeout(hideTimer);
  hideTimer = setTimeout(() => banner.replaceChildren(), seconds * 1000);
}

// One language after the other. What is still being said gives way: it is no longer true.
function speak(lines) {
  if (!("speechSynthesis" in window)) {
    return;
  }
  speechSynthesis.cancel();
  for (const line of lines) {
    const sentence = new SpeechSynthesisUtterance(line.text);
    sentence.lang = line.lang;
    speechSynthesis.speak(sentence);
  }
}

function chime() {
  NOTES_HZ.forEach((hertz, i) => {
    const start = sound.currentTime + i * NOTE_S;
    const tone = new OscillatorNode(sound, { frequency: hertz });
    const volume = new GainNode(sound, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.001, start + RING_S);
    tone.connect(volume).connect(sound.destination);
    tone.start(start);
    tone.stop(start + RING_S);
  });
}

document.getElementById("speak").addEventListener("click", (click) => {
  const button = click.currentTarget;
  if (sound) {
    sound.close();
    sound = null;
    if ("speechSynthesis" in window) {
      speechSynthesis.cancel();
    }
  } else {
    sound = new AudioContext();
    chime();
  }
  button.setAttribute("aria-pressed", String(sound !== null));
});
