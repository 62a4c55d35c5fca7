// A document of a hundred million characters is read to its end, and one of more than the limit is not.

import { deepEqual, equal } from 'node:assert/strict';
import { readGppRegistry } from '../../../../src/core/formats/gppRegistry';
import { xmlLimits } from '../../../../src/core/formats/xml/readXml';

const head = '<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">';
const item = '<Registry name="a"><Properties action="U" hive="HKEY_LOCAL_MACHINE" key="SOFTWARE\\Example" name="a" type="REG_DWORD" value="00000001"/></Registry>';

describe('XML of a hundred megabytes', function () {
  this.timeout(600_000);

  it('is read to its end where it is one text', () => {
    const { entries, faults } = readGppRegistry(`${head}${'x'.repeat(100_000_000)}${item}</RegistrySettings>`, 'long.xml');
    deepEqual([entries.length, faults.length], [1, 0]);
  });

  it('is read to its end where it is one attribute, or one comment', () => {
    for (const filler of [`<other a="${'x'.repeat(100_000_000)}"/>`, `<!--${'x'.repeat(100_000_000)}-->`]) equal(readGppRegistry(`${head}${filler}${item}</RegistrySettings>`, 'long.xml').entries.length, 1);
  });

  it('is read to its end where it is items', () => {
    equal(readGppRegistry(`${head}${item.repeat(200_000)}</RegistrySettings>`, 'long.xml').entries.length, 200_000);
  });

  it('is not read beyond the limit', () => {
    deepEqual(readGppRegistry(`${head}${' '.repeat(xmlLimits.length)}`, 'long.xml').faults.map(({ kind, args }) => [kind, ...args]), [['xmlRefused', 'long', xmlLimits.length]]);
  });
});
