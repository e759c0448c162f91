// Fills in a form without a browser: just so much of a page as the form's own script asks for.
// Reads {fields, asked, script, filled} from standard input; tells the message and what was saved.
"use strict";

const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
const fields = given.fields.map((one) => ({ ...one, checked: false, focus() {} }));
const parts = {
  asked: { textContent: given.asked },
  answers: {
    addEventListener() {},
    querySelectorAll: () => [],
    querySelector(selector) {
      const [, tag, name, checked] = /^(\w+)\[name="([^"]+)"\](:checked)?$/.exec(selector);
      return fields.find((one) => one.tag === tag && one.name === name
        && (!checked || one.checked)) || null;
    },
  },
};
const part = (id) => (parts[id] ??= { addEventListener(_kind, act) { this.press = act; } });
const saved = [];
const page = {
  getElementById: part,
  createElement: () => ({ click() {}, remove() {} }),
  body: { append() {} },
};
const url = { createObjectURL: (file) => saved.push(file), revokeObjectURL() {} };
new Function("document", "window", "URL", "setTimeout", given.script)(
  page, { addEventListener() {} }, url, () => {});

for (const [name, value] of Object.entries(given.filled))
  for (const one of fields.filter((field) => field.name === name)) {
    if (one.type === "radio") one.checked = one.value === value;
    else if (one.type === "checkbox") one.checked = value;
    else one.value = value;
  }
part("save").press();
Promise.all(saved.map((file) => file.text())).then((texts) =>
  console.log(JSON.stringify({ message: part("message").textContent, texts })));
