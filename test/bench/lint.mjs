// Parse and lint of one large .reg file against the floor "read, decode, split into lines" in the same process, and against samba's
// `net registry convert` where it is installed. Ratios, medians of the runs; nothing is asserted.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateRegFile } from './regFile.mjs';

const require = createRequire(import.meta.url);
const RUNS = 5;

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function timed(runs, work) {
  const times = [];
  for (let run = 0; run <= runs; run++) {
    globalThis.gc?.();
    const start = performance.now();
    work();
    // The first run warms up.
    if (run > 0) times.push(performance.now() - start);
  }
  return median(times);
}

function sambaConfiguration(folder) {
  const file = join(folder, 'smb.conf');
  const lines = ['[global]', ...['private dir', 'lock directory', 'state directory', 'cache directory', 'pid directory'].map((name) => `${name} = ${folder}`)];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

function sambaTime(file, folder) {
  if (spawnSync('net', ['--version']).status !== 0) return undefined;
  const configuration = sambaConfiguration(folder);
  return timed(1, () => execFileSync('net', ['-s', configuration, 'registry', 'convert', file, join(folder, 'converted.reg')], { stdio: 'ignore' }));
}

export function benchLint(megabytes = 100) {
  const { lintBytes } = require('../../out/bench/linter.js');
  const folder = mkdtempSync(join(tmpdir(), 'rdp-bench-'));
  try {
    const file = join(folder, 'large.reg');
    writeFileSync(file, generateRegFile(megabytes));
    const size = readFileSync(file).length / 1e6;
    const floor = timed(RUNS, () => new TextDecoder('utf-16le').decode(readFileSync(file)).split('\r\n').length);
    let findings = 0;
    const lint = timed(RUNS, () => {
      const errors = [];
      const { result } = lintBytes({ document: file, bytes: readFileSync(file), severities: new Map(), onRuleError: (_, error) => errors.push(error) });
      if (errors.length > 0) throw errors[0];
      findings = result.findings.length;
    });
    console.log(`lint of ${size.toFixed(0)} MB (${findings} findings): ${lint.toFixed(0)} ms, ${(size / lint * 1000).toFixed(0)} MB/s`);
    console.log(`  floor (read, decode, split): ${floor.toFixed(0)} ms; ratio lint / floor ${(lint / floor).toFixed(2)} (aim at most 2)`);
    const samba = sambaTime(file, folder);
    if (samba === undefined) console.log('  net registry convert: skipped: needs samba-common-bin');
    else console.log(`  net registry convert: ${samba.toFixed(0)} ms; our throughput is ${(samba / lint).toFixed(1)} times its (aim at least 2)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
