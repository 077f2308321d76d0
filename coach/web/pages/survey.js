// Keeps half-done answers on this device until they are sent, and moves the line of progress.
// Without it everything works, too.
"use strict";

for (const time of document.querySelectorAll("time")) {
  const moment = new Date(time.dateTime);
  if (!Number.isNaN(moment.getTime())) {
    time.textContent = moment.toLocaleString("en-GB", {
      weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit",
    });
  }
}

const stored = document.getElementById("stored");
const form = document.getElementById("survey");

function attempt(job) {
  try {
    return job();
  } catch {
    return null; // a browser that keeps nothing: the form works without
  }
}

if (stored) {
  attempt(() => localStorage.removeItem("survey-" + stored.dataset.draft));
  history.replaceState(null, "", location.pathname);
}

if (form) {
  const place = "survey-" + form.dataset.draft;
  const progress = document.getElementById("progress");
  const bar = progress.querySelector("progress");
  const text = document.getElementById("progress-text");

  const radios = [...form.querySelectorAll("input[type=radio]")];
  const line = form.elements.line;

  const draft = attempt(() => JSON.parse(localStorage.getItem(place)));
  if (draft && typeof draft === "object") {
    for (const radio of radios) {
      if (radio.name in draft) radio.checked = draft[radio.name] === radio.value;
    }
    if (typeof draft.line === "string") line.value = draft.line.slice(0, line.maxLength);
  }

  const count = () => {
    const answered = radios.filter((radio) => radio.checked).length;
    bar.value = answered;
    text.textContent = `${answered} of ${bar.max}`;
  };

  const keep = () => {
    const answers = { line: line.value };
    for (const radio of radios) if (radio.checked) answers[radio.name] = radio.value;
    attempt(() => localStorage.setItem(place, JSON.stringify(answers)));
    count();
  };

  progress.hidden = false;
  count();
  form.addEventListener("input", keep);
}
