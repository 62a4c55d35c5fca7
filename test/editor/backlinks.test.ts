// A line of a .reg file and the reports of servers that name it.

import { deepEqual } from 'node:assert/strict';
import type { Server } from '../../src/core/servers/server';
import { createBacklinks } from '../../src/editor/reportBacklinks';
import { file, LISTENER } from '../hosts/regText';
import { openFile } from '../hosts/waiting';

const server: Server = { id: 'a', label: 'rds-07', address: 'rds-07', port: 3389, via: 'ssh', ssh: 'rds-07', group: undefined, tags: [] };

describe('a line of a .reg file', () => {
  const linked = async (name: string, report: string): Promise<readonly unknown[]> => {
    const document = await openFile(name, file(LISTENER, '"PortNumber"=dword:00000d3e', '"MaxInstanceCount"=dword:00000002'));
    const backlinks = createBacklinks({ read: async (id) => (id === 'a' ? { text: report, findings: [] } : undefined) }, () => [server]);
    return [...(await backlinks.of(document))].map(([line, related]) => [line, related.map((one) => `${one.location.uri.toString()} ${String(one.location.range.start.line)} ${one.message}`)]);
  };

  it('leads to the line of a report that names it', async () => {
    const report = 'rds-07\n\n2  Port\n ✖ Configured port   3389   PortNumber = 3389 (local); named.reg:4 says 3390\n';
    deepEqual(await linked('named.reg', report), [
      [3, ['rdp-report:/rds-07.rdp-report?a 3 On rds-07: Configured port 3389 PortNumber = 3389 (local); named.reg:4 says 3390']],
    ]);
  });

  it('leads nowhere where it sets something else by now, or the report names another file', async () => {
    deepEqual(await linked('moved.reg', '   Port   3389   PortNumber = 3389 (local); moved.reg:5 says 3390\n'), []);
    deepEqual(await linked('other.reg', '   Port   3389   PortNumber = 3389 (local); another.reg:4 says 3390\n'), []);
    deepEqual(await linked('far.reg', '   Port   3389   PortNumber = 3389 (local); far.reg:4000 says 3390\n'), []);
  });
});
