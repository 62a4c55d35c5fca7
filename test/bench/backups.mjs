// A folder of 300 backups of GPOs through the command line: files a second and the most memory it had, against `cat` of the same files and
// against Samba's parser over their registry.pol alone, where that is installed. Ratios, medians of the runs; nothing is asserted.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPONENTS } from '../lab/components.mjs';
import { onPath } from '../lab/programs.mjs';
import { writeBackups } from './gpoBackups.mjs';

const RUNS = 5;
const program = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** Every entry touched, as a program that uses them does. */
const SAMBA = `
import sys
from samba.dcerpc import preg
from samba.ndr import ndr_unpack
for path in open(sys.argv[1]):
    for entry in ndr_unpack(preg.file, open(path.rstrip('\\n'), 'rb').read()).entries:
        (entry.keyname, entry.valuename, entry.type, entry.data)
`;

function medianOf(work) {
  const times = [];
  for (let run = 0; run <= RUNS; run++) {
    const start = performance.now();
    work();
    // The first run warms the cache of the disk up.
    if (run > 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Runs the command line and returns how many files it tells, and the most memory its process had, in MB. */
function lint(folder, hook) {
  const ran = spawnSync(process.execPath, ['--require', hook, program, 'lint', '--format', 'json', folder], { encoding: 'utf8', maxBuffer: 1_000_000_000 });
  if (ran.status !== 0 && ran.status !== 1) throw new Error(ran.stderr);
  const { files } = JSON.parse(ran.stdout);
  return { told: files.length, named: files.filter(({ gpo }) => gpo !== undefined).length, memory: Number(/memory (\d+)/.exec(ran.stderr)?.[1]) / 1e3 };
}

export function benchBackups(count = 300) {
  const place = mkdtempSync(join(tmpdir(), 'rdp-bench-'));
  try {
    const hook = join(place, 'memory.cjs');
    writeFileSync(hook, "process.on('exit', () => require('node:fs').writeSync(2, `memory ${process.resourceUsage().maxRSS}\\n`));");
    const folder = join(place, 'backups');
    const { files, pols, bytes } = writeBackups(folder, count);
    let last;
    const ours = medianOf(() => (last = lint(folder, hook)));
    if (last.told !== count * 5 || last.named !== last.told) throw new Error(`expected ${String(count * 5)} files of GPOs, not ${JSON.stringify(last)}`);
    const started = medianOf(() => execFileSync(process.execPath, [program, '--version']));
    console.log(`lint of ${String(count)} GPO backups, ${String(files.length)} files, ${(bytes / 1e6).toFixed(0)} MB: ${ours.toFixed(0)} ms (${started.toFixed(0)} ms to start), ${((files.length / ours) * 1000).toFixed(0)} files/s, at most ${last.memory.toFixed(0)} MB of memory`);
    const list = join(place, 'list');
    if (onPath('cat') !== undefined) {
      const read = medianOf(() => execFileSync('cat', files, { maxBuffer: 1_000_000_000 }));
      console.log(`  cat of the same files: ${read.toFixed(0)} ms; ratio lint / cat ${(ours / read).toFixed(1)}`);
    }
    const python = COMPONENTS.samba.find();
    if (python === undefined) {
      console.log('  samba preg: skipped: needs python3-samba');
      return;
    }
    writeFileSync(list, pols.map((path) => `${path}\n`).join(''));
    const samba = medianOf(() => execFileSync(python, ['-c', SAMBA, list]));
    const polBytes = pols.reduce((sum, path) => sum + readFileSync(path).length, 0);
    console.log(`  samba preg over their ${String(pols.length)} registry.pol alone (${(polBytes / 1e6).toFixed(0)} MB): ${samba.toFixed(0)} ms; ratio lint of everything / preg ${(ours / samba).toFixed(1)}`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
