// `rdp-diagnostics check` against sockets of this machine: the verdicts themselves are proven in test/node; here it is the contract.
import { deepEqual, equal, match } from 'node:assert/strict';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { json, rdpDiagnostics } from './commandLine';

/** RDP selected, flags 0: recorded from Windows servers with the RDP security layer. */
const RDP_SELECTED = Buffer.from('030000130ed000001234000200080000000000', 'hex');

function listen(answer: (server: Server) => Buffer | undefined): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => {
        const bytes = answer(server);
        if (bytes !== undefined) socket.end(bytes);
      });
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function portOf(server: Server): string {
  return String((server.address() as AddressInfo).port);
}

describe('rdp-diagnostics check', () => {
  it('prints the contract as JSON for a listener', async () => {
    const server = await listen(() => RDP_SELECTED);
    const port = portOf(server);
    const ran = await rdpDiagnostics('check', `127.0.0.1:${port}`, '--format', 'json');
    const { listener, findings, ...where } = json(ran) as {
      readonly listener: Readonly<Record<string, unknown>>;
      readonly findings: readonly { readonly code: string; readonly symptom: number }[];
    };
    deepEqual(where, { host: '127.0.0.1', port: Number(port) });
    deepEqual(findings.map(({ code, symptom }) => [code, symptom]), [['RDP502', 3], ['RDP501', 3]]);
    deepEqual([listener['state'], listener['protocols'], listener['nla']], ['rdp', { rdp: true, tls: false, nla: false }, 'notOffered']);
    equal(ran.code, 1);
    equal((await rdpDiagnostics('check', '--fail-on', 'error', `127.0.0.1:${port}`)).code, 0);
    server.close();
  });

  it('sends a routing token with every question, also one without the name of its header, and says why it judges NLA so', async () => {
    const asked: string[] = [];
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', (bytes) => {
        asked.push(bytes.toString('latin1').slice(11, 47));
        socket.end(RDP_SELECTED);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const ran = await rdpDiagnostics('check', `127.0.0.1:${portOf(server)}`, '--mode', 'gentle', '--routing-token', 'msts=3640205228.15629.0000', '--format', 'json');
    server.close();
    deepEqual(asked, ['Cookie: msts=3640205228.15629.0000\r\n', 'Cookie: msts=3640205228.15629.0000\r\n']);
    const { listener } = json(ran) as { readonly listener: Readonly<Record<string, unknown>> };
    equal(listener['nlaReason'], 'CredSSP asked: RDP_NEG_RSP, selectedProtocol 0 (RDP)');
  });

  it('exits 1 where nothing listens', async () => {
    const server = await listen(() => undefined);
    const port = portOf(server);
    await new Promise((resolve) => server.close(resolve));
    const { code, out } = await rdpDiagnostics('check', `127.0.0.1:${port}`);
    equal(code, 1);
    match(out, /refused the connection/);
  });

  it('exits 1 and says what answered where something else listens', async () => {
    const server = await listen(() => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const { code, out } = await rdpDiagnostics('check', `127.0.0.1:${portOf(server)}`, '--timeout', '5');
    server.close();
    equal(code, 1);
    match(out, /HTTP/);
    match(out, /HTTP\/1\.1 400 Bad Request/);
  });

  it('ends within its time-out where the server says nothing', async () => {
    const server = await listen(() => undefined);
    const { code, out } = await rdpDiagnostics('check', `127.0.0.1:${portOf(server)}`, '--timeout', '1');
    server.close();
    equal(code, 1);
    match(out, /took the connection and then said nothing/);
  });

  for (const [words, says] of [
    [['check'], /at least one HOST/],
    [['check', '--ssh', 'rds-07', 'a', 'b'], /at most one HOST/],
    [['check', '--ssh', 'rds-07', '--hosts', 'x'], /--hosts is for many listeners/],
    [['check', 'a', '10.0.0.0/8'], /more than 65536 addresses/],
    [['check', '10.0.0.0/16', '10.1.0.0/16'], /more than 65536 addresses/],
    [['check', 'a', '--at-once', '0'], /--at-once is a whole number from 1 to 512, not "0"\./],
    [['check', 'a', '--mode', 'thorough'], /--mode is one of quick, full, gentle/],
    [['check', 'a', '--pause', 'long'], /--pause is a number of seconds from 0 to 60/],
    [['check', 'a', '--routing-token', 'Cookie: mstshash=admin'], /--routing-token is a line/],
    [['check', '127.0.0.1:0'], /port/i],
    [['check', '127.0.0.1:70000'], /port/i],
    [['check', 'host', '--timeout', 'soon'], /--timeout is a number of seconds above 0, not "soon"\./],
    [['check', 'host', '--timeout', '0'], /--timeout/],
  ] as const) {
    it(`"${words.join(' ')}" is refused with a sentence and exit code 2`, async () => {
      const { code, out, err } = await rdpDiagnostics(...words);
      deepEqual([code, out], [2, '']);
      match(err, says);
    });
  }
});
