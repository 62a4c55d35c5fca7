import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { importList } from '../../../src/core/servers/importList';
import { importRdg } from '../../../src/core/servers/importRdg';
import { importRdp } from '../../../src/core/servers/importRdp';
import type { Imported } from '../../../src/core/servers/imported';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const rows = (imported: Imported): readonly string[] =>
  imported.servers.map(({ label, address, port, group }) => [label, address, port, ...(group === undefined ? [] : [group])].join(' '));
const reasons = (imported: Imported): readonly string[] => imported.leftOut.map(({ what, line, why }) => `${line ?? '-'} ${what}: ${why.key}`);

describe('a .rdp file', () => {
  const lines = ['screen mode id:i:2', 'full address:s:rds-07.corp.example', 'username:s:CORP\\admin', 'password 51:b:01000000D08C9DDF'];

  it('gives its address and the default port, in UTF-16 and UTF-8', () => {
    for (const encode of [utf8, utf16]) deepEqual(rows(importRdp(encode(lines.join('\r\n')), 'Terminal 7.rdp')), ['Terminal 7 rds-07.corp.example 3389']);
  });

  it('gives the port of its own property, unless the address has one', () => {
    deepEqual(rows(importRdp(utf8('full address:s:a\nserver port:i:3390'), 'a.rdp')), ['a a 3390']);
    deepEqual(rows(importRdp(utf8('full address:s:a:3391\nserver port:i:3390'), 'a.rdp')), ['a a 3391']);
    deepEqual(rows(importRdp(utf8('full address:s:[2001:db8::7]:3391'), '.rdp')), ['2001:db8::7 2001:db8::7 3391']);
  });

  it('prefers the alternate address and the last of two lines', () => {
    deepEqual(rows(importRdp(utf8('alternate full address:s:b\nfull address:s:a'), 'x.rdp')), ['x b 3389']);
    deepEqual(rows(importRdp(utf8('full address:s:a\nFull Address:s:c'), 'x.rdp')), ['x c 3389']);
  });

  it('mentions a gateway, which a check does not use', () => {
    const imported = importRdp(utf8('full address:s:a\ngatewayhostname:s:gw.example\ngatewayusagemethod:i:1'), 'a.rdp');
    equal(imported.servers.length, 1);
    deepEqual(reasons(imported), ['- a:3389: server.import.gateway']);
  });

  it('without an address says so', () => {
    deepEqual(reasons(importRdp(utf8('screen mode id:i:2'), 'a.rdp')), ['- a.rdp: server.import.noAddress']);
    deepEqual(reasons(importRdp(utf8(''), 'a.rdp')), ['- a.rdp: server.import.noAddress']);
    equal(importRdp(utf8('full address:s:not an address'), 'a.rdp').leftOut.length, 1);
  });
});

describe('a file of Remote Desktop Connection Manager', () => {
  const file = `<?xml version="1.0" encoding="utf-8"?>
<RDCMan programVersion="2.7" schemaVersion="3">
  <file>
    <properties><expanded>True</expanded><name>Corp</name></properties>
    <connectionSettings inherit="None"><port>3389</port></connectionSettings>
    <group>
      <properties><name>Lab &amp; Test</name></properties>
      <logonCredentials inherit="None"><userName>u</userName><password>AQAAAN</password><name>not me</name></logonCredentials>
      <connectionSettings inherit="None"><port>3390</port></connectionSettings>
      <server><properties><displayName>First</displayName><name>lab-1</name></properties></server>
      <server>
        <properties><name>lab-2</name></properties>
        <connectionSettings inherit="None"><port>4000</port></connectionSettings>
      </server>
      <server><properties><displayName>VM</displayName><connectionType>VirtualMachineConsoleConnect</connectionType><name>hv-1</name></properties></server>
    </group>
    <server><properties><name>top-1</name></properties></server>
  </file>
  <connected><server>Corp\\lab-1</server></connected>
  <recentlyUsed><server>Corp\\top-1</server></recentlyUsed>
</RDCMan>`;

  it('gives each server once, with its groups and the port that applies to it', () => {
    const imported = importRdg(utf8(file));
    deepEqual(rows(imported), ['First lab-1 3390 Corp/Lab & Test', 'lab-2 lab-2 4000 Corp/Lab & Test', 'top-1 top-1 3389 Corp']);
    deepEqual(reasons(imported), ['15 VM: server.import.console']);
  });

  it('is read in its older shape too', () => {
    const older =
      '<RDCMan schemaVersion="1"><version>2.2</version><file><properties><name>F</name></properties>' +
      '<group><properties><name>G</name></properties><server><name>old-1</name><displayName>Old</displayName>' +
      '<connectionSettings inherit="None"><port>3395</port></connectionSettings></server></group></file></RDCMan>';
    deepEqual(rows(importRdg(utf16(older))), ['Old old-1 3395 F/G']);
  });

  it('takes nothing of credentials', () => {
    ok(!JSON.stringify(importRdg(utf8(file))).includes('AQAAAN'));
  });

  it('is read as far as it goes when it is broken', () => {
    const cut = file.slice(0, file.indexOf('<displayName>VM'));
    deepEqual(rows(importRdg(utf8(cut))), ['First lab-1 3390 Corp/Lab & Test', 'lab-2 lab-2 4000 Corp/Lab & Test']);
    deepEqual(reasons(importRdg(utf8('not xml'))), ['- RDCMan: server.import.noServers']);
  });

  it('expands no entity of its own', () => {
    const bomb = '<!DOCTYPE R [<!ENTITY a "lab-1">]><RDCMan><file><server><properties><name>&a;</name></properties></server></file></RDCMan>';
    ok(!rows(importRdg(utf8(bomb))).some((row) => row.includes('lab-1')));
  });
});

describe('a text list of servers', () => {
  it('is one server a line, with comments', () => {
    const imported = importList(utf8('# lab\nrds-07\r\n rds-08:3390 \n\n; old\n[2001:db8::7]:3391\nnot an address\n10.0.0.7\n'));
    deepEqual(rows(imported), ['rds-07 rds-07 3389', 'rds-08 rds-08 3390', '2001:db8::7 2001:db8::7 3391', '10.0.0.7 10.0.0.7 3389']);
    deepEqual(reasons(imported), ['7 not an address: listener.address.host']);
  });

  it('is CSV with or without a header', () => {
    deepEqual(rows(importList(utf8('rds-07:3390,"Terminal, 7",Lab\nrds-08,,\n'))), ['Terminal, 7 rds-07 3390 Lab', 'rds-08 rds-08 3389']);
    deepEqual(rows(importList(utf8('Display Name;Host name;Port\n"say ""hi""";rds-07;3390\nb;rds-08;\n'))), ['say "hi" rds-07 3390', 'b rds-08 3389']);
    deepEqual(rows(importList(utf16('name\taddress\nx\ty\n'))), ['x y 3389']);
    deepEqual(reasons(importList(utf8('host,port\na,99999\n'))), ['2 a,99999: server.fault.port']);
  });
});

describe('every importer', () => {
  it('answers any bytes and any text without failing', () => {
    const markup = fc
      .array(fc.constantFrom('<RDCMan>', '<file>', '<group>', '<server>', '</server>', '</group>', '</file>', '<name>', 'a', '</name>', '<properties>', '</properties>', '<port>', '1', '</port>', '&', '<', ']]>', '<!--', '<!DOCTYPE'))
      .map((pieces) => utf8(pieces.join('')));
    const listed = fc.array(fc.constantFrom('a', ',', ';', '"', '\t', '\n', ':', '[', ']', 'full address:s:', 'host')).map((pieces) => utf8(pieces.join('')));
    const input = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string().map(utf8), fc.string().map(utf16), markup, listed);
    fc.assert(
      fc.property(input, (bytes) => {
        for (const imported of [importRdp(bytes, 'x.rdp'), importRdg(bytes), importList(bytes)]) {
          for (const server of imported.servers) ok(server.label !== '' && server.port > 0 && server.port < 65536);
        }
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});
