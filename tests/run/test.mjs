/**
 * `npm test`: installs what is missing, then types, lint, build, unit and repository tests, end to end in Chromium, faults
 * put into it.
 * The last line is `N passed, N failed`. Steps go on after a failure, so that one run tells everything.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureDependencies, root, run } from './setup.mjs';

ensureDependencies();
process.env.CHROMIUM = ensureBrowser();

let passed = 0;
let failed = 0;
/** What failed and why, said once more at the end: the log of a long run is often cut. */
const faults = [];

/** A step that counts as one test. */
async function step(name, command, args) {
  const started = Date.now();
  const { code, output } = await run(command, args, { quiet: true });
  if (code === 0) passed += 1;
  else {
    failed += 1;
    console.log(output);
    faults.push(`${name}: ${output.slice(-1500)}`);
  }
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

/** A vitest run: each of its tests counts. */
async function suite(name, config) {
  const report = join(root, '.output/reports', `${name}.json`);
  mkdirSync(join(root, '.output/reports'), { recursive: true });
  rmSync(report, { force: true });
  const started = Date.now();
  const { code, output } = await run('vitest', [
    'run',
    '--config',
    config,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  let counted = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  try {
    counted = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // No report: the run itself failed, counted below.
  }
  passed += counted.numPassedTests;
  failed += counted.numFailedTests;
  for (const file of counted.testResults)
    for (const test of file.assertionResults.filter((one) => one.status === 'failed'))
      faults.push(`${file.name} > ${test.fullName}: ${test.failureMessages.join('\n').slice(0, 1500)}`);
  // A file that does not load, or an error outside of every test, fails no test of its own.
  if (code !== 0 && counted.numFailedTests === 0) {
    failed += 1;
    faults.push(`${name}: ${output.slice(-3000)}`);
  }
  console.log(
    `${code === 0 ? '✓' : '✗'} ${name}: ${counted.numPassedTests} passed (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
}

await step('prepare', 'wxt', ['prepare']);
await step('types', 'tsc', ['--noEmit']);
await step('lint', 'biome', ['check', '--max-diagnostics=50', '.']);
await step('build', 'wxt', ['build']);
await step('the same build twice', 'node', ['tests/run/same-twice.mjs']);
await step('build for end-to-end tests', 'wxt', ['build', '--mode', 'e2e']);
await suite('unit', 'vitest.config.ts');
await suite('end-to-end', 'tests/e2e/vitest.config.ts');
await suite('faults', 'tests/faults/vitest.config.ts');

if (faults.length) console.log(`\nWhat failed:\n\n${faults.join('\n\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
