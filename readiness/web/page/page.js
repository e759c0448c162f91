// What the page does around textual.js: says how it ended, gives the keys to the screen, and
// fetches files without a new window, which browsers would block.
"use strict";

const REASONS = { 1000: "ended", 4001: "busy", 4002: "broken" };
const Plain = window.WebSocket;

window.WebSocket = class extends Plain {
  constructor(...given) {
    super(...given);
    this.addEventListener("close", (event) => {
      const again = document.getElementById("again");
      const said = document.body.dataset;
      document.getElementById("words").textContent = said[REASONS[event.code] ?? "lost"];
      again.hidden = false;
      document.body.classList.add("-closed"); // shows the notice: what is not shown takes no focus
      again.focus();
    });
    this.addEventListener("message", () => {
      if (!this.wasHeard) document.querySelector(".xterm-helper-textarea")?.focus();
      this.wasHeard = true;
    });
  }
};

// Ctrl+V is for the browser: it then hands over what was copied elsewhere.
window.addEventListener(
  "keydown",
  (event) => {
    const isPaste = event.ctrlKey && !event.altKey && event.key.toLowerCase() === "v";
    if (isPaste) event.stopPropagation();
  },
  true,
);

const opened = window.open;
window.open = (address, ...rest) => {
  if (!String(address).startsWith(`${window.location.origin}/download/`)) {
    return opened.call(window, address, ...rest);
  }
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
  return null;
};

document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("again").addEventListener("click", () => window.location.reload());
});
