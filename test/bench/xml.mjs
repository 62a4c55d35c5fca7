// XML that was made to hurt, a size and four times that size: how the time grows (4 is in proportion, 1 is a reader that stops in time) and the
// most memory the process had beside that of a document without anything, in multiples of its text. Nothing is asserted.

import { spawnSync } from 'node:child_process';

const SMALL = 25_000_000;
const TIMES = 4;

const head = '<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">';
const item = '<Registry name="a"><Properties action="U" hive="HKEY_LOCAL_MACHINE" key="SOFTWARE\\\\Example" name="a" type="REG_DWORD" value="00000001"/></Registry>';
const filled = (piece) => `'${head}' + '${piece}'.repeat(size / ${String(piece.length)}) + '</RegistrySettings>'`;

/** Expressions for a document of about `size` characters. */
const documents = {
  nothing: `'${head}</RegistrySettings>'`,
  'one text': filled('x'),
  'items of preferences': filled(item.replaceAll('\\\\', '/')),
  'references to entities': filled('&amp;'),
  'an attribute': `'${head}<a b="' + 'x'.repeat(size) + '"/></RegistrySettings>'`,
  'a thousand attributes a tag': filled(`<a${Array.from({ length: 1000 }, (_, index) => ` a${String(index)}="1"`).join('')}/>`),
  'a comment': `'${head}<!--' + 'x'.repeat(size) + '--></RegistrySettings>'`,
  'signs for less': `'${head}' + '<'.repeat(size)`,
  'an & without an end': `'${head}&' + 'a'.repeat(size)`,
  'deep nesting': filled('<a>').replace(" + '</RegistrySettings>'", ''),
  'entities that multiply': `'<!DOCTYPE a [<!ENTITY a "x">' + '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'.repeat(size / 40) + ']>${head}&b;</RegistrySettings>'`,
  'an entity from elsewhere': `'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">${head}' + 'x'.repeat(size) + '</RegistrySettings>'`,
};

/** Prints the time in ms (of the processor: two sizes are compared, and others use this machine too), the most memory of the process in bytes, the characters of the text, entries and faults. */
function program(expression, size) {
  return `
const { readGppRegistry } = require('./out/src/core/formats/gppRegistry.js');
const size = ${String(size)};
const text = ${expression};
text.charCodeAt(text.length - 1);
const start = process.cpuUsage().user;
const { entries, faults } = readGppRegistry(text, 'Registry.xml');
console.log(JSON.stringify({ ms: (process.cpuUsage().user - start) / 1000, memory: process.resourceUsage().maxRSS * 1000, length: text.length, entries: entries.length, faults: faults.map(({ kind, args }) => [kind, ...args].join(' ')) }));`;
}

function measured(expression, size) {
  const ran = spawnSync(process.execPath, ['--max-old-space-size=8192', '--eval', program(expression, size)], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}

export function benchXml() {
  const empty = measured(documents.nothing, 0).memory;
  for (const [name, expression] of Object.entries(documents)) {
    if (name === 'nothing') continue;
    const small = measured(expression, SMALL);
    const large = measured(expression, SMALL * TIMES);
    const grown = large.ms < 20 ? 'at once' : `${(large.ms / small.ms).toFixed(1)} times as long as ${(small.length / 1e6).toFixed(0)} MB`;
    const found = [large.entries > 0 ? `${String(large.entries)} entries` : '', ...large.faults.slice(0, 2)].filter(Boolean).join(', ');
    console.log(`XML of ${(large.length / 1e6).toFixed(0)} MB, ${name}: ${large.ms.toFixed(0)} ms, ${grown}; memory ${((large.memory - empty) / large.length).toFixed(1)} times the text${found === '' ? '' : ` (${found})`}`);
  }
}
