import { match } from 'node:assert/strict';
import { writeRegistryPol } from '../../src/core/formats/registryPol/writer';
import { polEntries, polTextOf, testRegistryPol, writtenPol } from '../hosts/registryPol';

testRegistryPol();

describe('a registry.pol in the folder of the user', () => {
  it('is about the user', async () => {
    // The workspace of the browser has no folders in it.
    const document = await polTextOf(await writtenPol('User/Registry.pol', writeRegistryPol(polEntries.slice(0, 1))));
    match(document.getText(), /^User\r\n/);
  });
});
