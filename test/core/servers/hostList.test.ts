// Files that name hosts to check, of every kind.

import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { addressesIn } from '../../../src/core/listener/addressRange';
import { renderAddress } from '../../../src/core/listener/address';
import { english } from '../../../src/core/messages/english';
import { hostPattern } from '../../../src/core/servers/hostPattern';
import { readHostList } from '../../../src/core/servers/hostList';

interface Told {
  readonly hosts: readonly string[];
  readonly leftOut: readonly string[];
}

function read(text: string | Uint8Array, name = 'hosts'): Told | string {
  const list = readHostList(typeof text === 'string' ? Buffer.from(text) : text, name);
  if (!list.ok) return english(list.failure.message);
  const { ranges, leftOut } = list.value;
  return { hosts: addressesIn(ranges).map(renderAddress), leftOut: leftOut.map(({ what, line, why }) => `${line ?? '-'} ${what}: ${why.key}`) };
}

const INVENTORY = `mail.example.com
localhost:2222

# comment
; comment
[web]
www[01:03].example.com
db-[a:c].example.com ansible_host=10.0.0.9 # trailing
jumper ansible_port=5555 ansible_host=192.0.2.50
q1 ansible_host="10.0.0.10" note='a b'
[2001:db8::7]:22
tmpl ansible_host="{{ address }}"
st[0:10:5]x[a:b]

[web:vars]
ansible_user=admin
[everything:children]
web
`;

describe('a list of hosts', () => {
  it('is lines of hosts and ranges, with comments', () => {
    const text = '\ufeff# farm\r\nrds-07  # the last one\r\n; off: rds-08\r\n\r\nrds-09:3390\r\n10.0.0.0/31\r\n[2001:db8::7]:3391\r\n2001:b::1\r\n';
    const hosts = ['rds-07:3389', 'rds-09:3390', '10.0.0.0:3389', '10.0.0.1:3389', '[2001:db8::7]:3391', '[2001:b::1]:3389'];
    deepEqual(read(text), { hosts, leftOut: [] });
    deepEqual(read(Buffer.from(text, 'utf16le')), { hosts, leftOut: [] });
  });

  it('tells what it cannot take and takes the rest', () => {
    deepEqual(read('a b\nrds-07\n127.1\nrds-08:0\n10.0.0.0/4'), {
      hosts: ['rds-07:3389'],
      leftOut: ['1 a b: hosts.unreadable', '3 127.1: listener.address.host', '4 rds-08:0: listener.address.port', '5 10.0.0.0/4: listener.range.large'],
    });
  });

  it('is CSV where there are separators', () => {
    deepEqual(read('name,address,port\nOne,rds-01,3390\nTwo,rds-02,'), { hosts: ['rds-01:3390', 'rds-02:3389'], leftOut: [] });
    deepEqual(read('rds-01;One\nrds-02:3391;Two'), { hosts: ['rds-01:3389', 'rds-02:3391'], leftOut: [] });
  });

  it('is an inventory of Ansible, whose ports are not those of Remote Desktop', () => {
    deepEqual(read(INVENTORY), {
      hosts: [
        'mail.example.com:3389', 'localhost:3389', 'www01.example.com:3389', 'www02.example.com:3389', 'www03.example.com:3389', '10.0.0.9:3389', '192.0.2.50:3389', '10.0.0.10:3389',
        '[2001:db8::7]:3389', 'st0xa:3389', 'st0xb:3389', 'st5xa:3389', 'st5xb:3389', 'st10xa:3389', 'st10xb:3389',
      ],
      leftOut: ['12 tmpl ansible_host="{{ address }}": hosts.template'],
    });
  });

  it('is an inventory without headings', () => {
    deepEqual(read('rds-07 ansible_host=10.0.0.7 ansible_port=5986\nrds-08:5986'), { hosts: ['10.0.0.7:3389', 'rds-08:3389'], leftOut: [] });
  });

  it('is what ansible-inventory --list prints', () => {
    const listed = {
      _meta: { hostvars: { 'rds-07': { ansible_host: '10.0.0.7', ansible_port: 5986 }, tmpl: { ansible_host: '{{ x }}' }, odd: { ansible_host: 7 } } },
      all: { children: ['ungrouped', 'farm'] },
      farm: { hosts: ['rds-07', 'rds-08', 'tmpl', 'odd', '__proto__'] },
      other: { hosts: ['rds-08', '2001:db8::7'] },
    };
    deepEqual(read(JSON.stringify(listed)), {
      hosts: ['10.0.0.7:3389', 'rds-08:3389', 'odd:3389', '__proto__:3389', '[2001:db8::7]:3389'],
      leftOut: ['- tmpl: hosts.template'],
    });
    for (const text of ['{', '{"all":7}', '{"all":{"hosts":[7]}}', '{"_meta":7}']) {
      equal(read(text), 'hosts begins like JSON and cannot be read as what ansible-inventory --list prints.');
    }
  });

  it('is an .rdg or an .rdp file', () => {
    const rdg = '<?xml version="1.0"?><RDCMan><file><properties><name>F</name></properties><server><properties><name>rds-07:3390</name></properties></server></file></RDCMan>';
    deepEqual(read(rdg), { hosts: ['rds-07:3390'], leftOut: [] });
    deepEqual(read(Buffer.from('\ufeffscreen mode id:i:2\r\nfull address:s:rds-07\r\nserver port:i:3391\r\n', 'utf16le'), 'a.rdp'), { hosts: ['rds-07:3391'], leftOut: [] });
  });

  it('is no YAML, and not empty', () => {
    for (const text of ['---\nall:\n  hosts:\n    rds-07:\n', 'all:\n  hosts:\n    rds-07:\n', '# farm\nall: # groups\n  hosts: {rds-07: {}}\n']) {
      equal(read(text, 'hosts.yml'), 'hosts.yml is YAML, which is not read here: ansible-inventory -i hosts.yml --list prints it as JSON, which is.');
    }
    for (const text of ['', '\n\n', '# nothing', '{}', '[web:vars]\na=b']) equal(read(text), 'hosts names no host.');
  });

  it('is read whatever it is', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('[web]', '[a:vars]', 'a[1:9]', 'x ansible_host=y', '10.0.0.0/16', '{', '<RDCMan>', 'a,b', 'full address:s:x', '::1', '[0:99999999]'));
    fc.assert(fc.property(fc.array(line, { maxLength: 8 }), fc.uint8Array({ maxLength: 20 }), (lines, noise) => {
      for (const bytes of [Buffer.from(lines.join('\n')), Buffer.concat([Buffer.from(lines.join('\n')), noise])]) {
        const list = readHostList(bytes, 'x');
        if (list.ok) equal(list.value.ranges.every(({ first, count }) => first.host !== '' && first.port >= 1 && count >= 1), true);
      }
    }), { seed: 3389, numRuns: 500 });
  });
});

describe('a name that stands for many', () => {
  const rows: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['rds-07', ['rds-07']],
    ['[::1]:22', ['[::1]:22']],
    ['w[8:11]', ['w8', 'w9', 'w10', 'w11']],
    ['w[08:11]', ['w08', 'w09', 'w10', 'w11']],
    ['w[:2]x:22', ['w0x:22', 'w1x:22', 'w2x:22']],
    ['w[1:9:4]', ['w1', 'w5', 'w9']],
    ['[y:B]', ['y', 'z', 'A', 'B']],
    ['w[1:2][a:b]', ['w1a', 'w1b', 'w2a', 'w2b']],
    ['w[01:9]', undefined],
    ['w[1:a]', undefined],
    ['w[2:1]', undefined],
    ['w[1:]', undefined],
    ['w[1:9:0]', undefined],
    ['w[12]', undefined],
    ['w[1:2', undefined],
    ['w[0:99999]', undefined],
    ['w[0:999][0:999]', undefined],
  ];
  for (const [pattern, names] of rows) it(`${pattern} is ${names?.join(' ') ?? 'refused'}`, () => deepEqual(hostPattern(pattern), names));
});
