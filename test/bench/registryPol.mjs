// Reading a registry.pol of 20,000 entries, with its faults and what it says about Remote Desktop, against Samba's parser over the same
// bytes where it is installed. Ratios, medians of the runs; nothing is asserted.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPONENTS } from '../lab/components.mjs';

const require = createRequire(import.meta.url);
const RUNS = 15;

/** Prints the median of its runs in ms: structure only, and with every entry touched, as a program that uses them does. */
const SAMBA = `
import sys, time
from samba.dcerpc import preg
from samba.ndr import ndr_unpack
data = open(sys.argv[1], 'rb').read()
unpacked, used = [], []
for run in range(int(sys.argv[2])):
    start = time.perf_counter()
    parsed = ndr_unpack(preg.file, data)
    unpacked.append(time.perf_counter() - start)
    for entry in parsed.entries:
        (entry.keyname, entry.valuename, entry.type, entry.data)
    used.append(time.perf_counter() - start)
print(sorted(unpacked)[len(unpacked) // 2] * 1000, sorted(used)[len(used) // 2] * 1000)
`;

function entries(count) {
  const evidence = { document: 'generated', range: { start: 0, end: 0 } };
  return Array.from({ length: count }, (_, index) => ({
    kind: 'registry',
    hive: 'machine',
    key: `SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services\\${String(index >> 3)}`,
    name: `Value${String(index)}`,
    type: 4,
    data: Uint8Array.of(1, 0, 0, 0),
    action: 'set',
    evidence,
  }));
}

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

export function benchRegistryPol(count = 20_000) {
  const { writeRegistryPol } = require('../../out/src/core/formats/registryPol/writer.js');
  const { readRegistryPol } = require('../../out/src/core/formats/registryPol/reading.js');
  const { observationsOf } = require('../../out/src/core/formats/entryObservations.js');
  const bytes = writeRegistryPol(entries(count));
  const megabytes = bytes.length / 1e6;
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    globalThis.gc?.();
    const start = performance.now();
    observationsOf(readRegistryPol(bytes, 'registry.pol', 'machine').entries, 'policy');
    times.push(performance.now() - start);
  }
  const ours = median(times);
  console.log(`registry.pol of ${String(count)} entries, ${megabytes.toFixed(1)} MB: ${ours.toFixed(0)} ms, ${((megabytes / ours) * 1000).toFixed(0)} MB/s`);
  const python = COMPONENTS.samba.find();
  if (python === undefined) {
    console.log('  samba preg: skipped: needs python3-samba');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rdp-bench-'));
  try {
    const file = join(folder, 'registry.pol');
    writeFileSync(file, bytes);
    const [unpacked, used] = execFileSync(python, ['-c', SAMBA, file, String(RUNS)], { encoding: 'utf8' }).split(' ').map(Number);
    console.log(`  samba preg: ${unpacked.toFixed(0)} ms for the structure, ${used.toFixed(0)} ms with its entries; our throughput is ${(used / ours).toFixed(1)} times the latter`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
