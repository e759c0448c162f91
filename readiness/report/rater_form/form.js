// The form works alone: it asks no server, keeps nothing in the browser, and gives back what was
// ticked as a file and as a line. Words come from the page, so that this file knows no language.
"use strict";

const asked = JSON.parse(document.getElementById("asked").textContent);
const form = document.getElementById("answers");
const message = document.getElementById("message");
const progress = document.getElementById("progress");
let edition = 0;
let isSaved = true;

// Drawn on the person's own machine, so that whoever sent the form cannot know it.
const code = Array.from(crypto.getRandomValues(new Uint8Array(asked.codeLength)),
  (one) => asked.codeLetters[one % asked.codeLetters.length]).join("");

function valueOf(item) {
  const ticked = form.querySelector(`input[name="${item}"]:checked`);
  const written = form.querySelector(`textarea[name="${item}"]`);
  return ticked ? ticked.value : written ? written.value.trim() : "";
}

function noteOf(item) {
  const note = form.querySelector(`textarea[name="${item} note"]`);
  return note ? note.value.trim() : "";
}

// JSON's escapes are TOML's, but for half a letter, which TOML does not know, and for DEL.
function quoted(words) {
  const whole = words.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/g, "\uFFFD")
    .replace(/(^|[^\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "$1\uFFFD");
  return JSON.stringify(whole).replaceAll("\u007F", "\\u007F");
}

function answersText() {
  const top = { kind: "workshop answers", kind_format: asked.kindFormat, for: asked.workshop,
    who: asked.role, code, vote: asked.vote, edition, finished: "yes",
    template: asked.template, template_version: asked.version };
  const lines = [`# ${asked.head}`];
  for (const [key, value] of Object.entries(top))
    if (key !== "vote" || value > 1)
      lines.push(`${key} = ${typeof value === "number" ? value : quoted(value)}`);
  for (const one of asked.questions) {
    const value = valueOf(one.item);
    if (!value) continue;
    lines.push("", `[said.${one.item}]`, `value = ${quoted(value)}`, `asked = "${one.asked}"`);
    const note = noteOf(one.item);
    const isShown = form.querySelector(`input[name="${one.item} show"]`).checked;
    if (note) lines.push(`note = ${quoted(note)}`);
    if (note || isShown) lines.push(`show_note = "${isShown ? "yes" : "no"}"`);
  }
  return lines.join("\n") + "\n";
}

// The same two digits as readiness works out; they catch slips, and lines of another workshop.
function checkDigits(signs) {
  const whole = asked.workshop + asked.letter + signs;
  let sum = 0;
  Array.from(whole).forEach((one, at) => { sum += (at + 1) * one.codePointAt(0); });
  return String(sum % 97).padStart(2, "0");
}

function lineText() {
  const signs = asked.line.map(({ item, signs: of }) => of[valueOf(item)] || ".").join("");
  return `${asked.letter} ${signs} ${checkDigits(signs)}`;
}

function count() {
  const many = asked.questions.filter((one) => valueOf(one.item)).length;
  progress.textContent = asked.words.progress.replace("{n}", many)
    .replace("{all}", asked.questions.length);
  document.getElementById("line").value = lineText();
}

form.addEventListener("input", () => { isSaved = false; message.textContent = ""; count(); });
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of form.querySelectorAll("button[data-clear]"))
  button.addEventListener("click", () => {
    for (const one of form.querySelectorAll(`input[name="${button.dataset.clear}"]`))
      one.checked = false;
    isSaved = false;
    count();
  });

document.getElementById("save").addEventListener("click", () => {
  // The file holds a note with its answer: without one it would be lost.
  const bare = asked.questions.findIndex((one) => noteOf(one.item) && !valueOf(one.item));
  if (bare >= 0) {
    message.textContent = asked.words.bare.replace("{n}", bare + 1);
    form.querySelector(`input[name="${asked.questions[bare].item}"]`).focus();
    return;
  }
  edition += 1;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([answersText()], { type: "application/toml" }));
  link.download = `${code}.answers.toml`;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  isSaved = true;
  message.textContent = asked.words.saved.replace("{file}", link.download);
});

document.getElementById("copy").addEventListener("click", () => {
  const line = document.getElementById("line");
  line.focus();
  line.select();
  // A page opened from disk may not reach the clipboard: then the line is marked, ready to copy.
  const done = () => { isSaved = true; message.textContent = asked.words.copied; };
  const marked = () => { isSaved = true; message.textContent = asked.words.marked; };
  if (navigator.clipboard) navigator.clipboard.writeText(line.value).then(done, marked);
  else marked();
});

window.addEventListener("beforeunload", (event) => { if (!isSaved) event.preventDefault(); });
document.getElementById("with-script").hidden = false;
count();
