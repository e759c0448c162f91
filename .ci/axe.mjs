// Checks HTML files: html-validate, then axe-core in headless Chromium, wide and narrow, light and dark.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, chromium, ...paths] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/package.json`));
const { HtmlValidate } = require("html-validate");
const { chromium: browserType } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  // A file that one program writes in one piece has no line ends to trim and no style to keep.
  // The rating form sends nothing: what is ticked leaves it as a file, by a button.
  rules: { "long-title": "off", "no-trailing-whitespace": "off", "wcag/h32": "off" },
});
const looks = [
  { viewport: { width: 1200, height: 900 }, colorScheme: "light" },
  { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
];
let faults = 0;
const fault = (path, words) => {
  faults += 1;
  console.log(`${path}: ${words}`);
};

const browser = await browserType.launch({
  executablePath: chromium,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});
for (const path of paths) {
  const report = await validator.validateFile(path);
  for (const result of report.results)
    for (const one of result.messages)
      fault(path, `html-validate ${one.ruleId} at ${one.line}:${one.column}: ${one.message}`);
  for (const look of looks) {
    const page = await browser.newPage(look);
    page.on("console", (said) => ["error", "warning"].includes(said.type()) && fault(path, `console: ${said.text()}`));
    page.on("request", (asked) => asked.url().startsWith("file:") || fault(path, `asks for ${asked.url()}`));
    page.on("dialog", (shown) => { fault(path, "opened a dialog"); shown.dismiss(); });
    await page.goto(pathToFileURL(path).href);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) fault(path, `is ${wide} px wider than a screen of ${look.viewport.width} px`);
    await page.evaluate(axeSource);
    const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    for (const one of found.violations)
      fault(path, `axe ${one.id} (${one.impact}): ${one.help}; ${one.nodes.map((node) => node.target).join(" | ").slice(0, 300)}`);
    await page.close();
  }
}
await browser.close();
console.log(`${paths.length} files checked with html-validate and axe-core: ${faults} faults`);
process.exit(faults ? 1 : 0);
