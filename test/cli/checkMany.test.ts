// `rdp-diagnostics check` of many: what is asked, what is printed as it is done, and how it ends.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsSystem } from '../needs';
import { program, rdpDiagnostics, runProgram, type Ran } from './commandLine';

/** RDP selected, flags 0: recorded from Windows servers with the RDP security layer. */
const RDP_SELECTED = Buffer.from('030000130ed000001234000200080000000000', 'hex');

interface Line {
  readonly host: string;
  readonly port: number;
  readonly listener: { readonly state: string; readonly answers: Readonly<Record<string, unknown>>; readonly tls: unknown; readonly nativeEncryption: unknown; readonly durationMs: number };
  readonly findings: readonly unknown[];
}

const linesOf = ({ out }: Ran): readonly Line[] => out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line);

describe('rdp-diagnostics check of many', () => {
  let folder: string;
  let port: number;
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  let most = 0;

  const listen = (host: string, at: number, answers: boolean): Promise<number> =>
    new Promise((resolve, reject) => {
      const server = createServer((socket) => {
        sockets.add(socket);
        most = Math.max(most, sockets.size);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => sockets.delete(socket));
        socket.once('data', () => {
          if (answers) socket.end(RDP_SELECTED);
        });
      });
      servers.push(server);
      server.once('error', reject);
      server.listen(at, host, () => resolve((server.address() as AddressInfo).port));
    });

  before(async function () {
    folder = mkdtempSync(join(tmpdir(), 'rdp-many-'));
    // Elsewhere only 127.0.0.1 is an address of the machine.
    needsSystem(this, 'Linux');
    port = await listen('127.0.7.16', 0, true);
    for (let last = 17; last < 28; last++) await listen(`127.0.7.${String(last)}`, port, true);
  });
  after(() => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
    rmSync(folder, { recursive: true });
  });

  it('asks every address of a range, and prints a line for each and what it came to', async () => {
    const { code, out, err } = await rdpDiagnostics('check', `127.0.7.16/28:${String(port)}`, '--mode', 'quick');
    deepEqual([code, err], [1, '']);
    const lines = out.trimEnd().split('\n');
    equal(lines.filter((line) => /^127\.0\.7\.\d+:\d+ {2,}RDP answers, NLA not offered; warning RDP502; warning RDP501$/.test(line)).length, 12);
    equal(lines.filter((line) => /^127\.0\.7\.\d+:\d+ {2,}refused: nothing listens on \d+; error RDP211$/.test(line)).length, 4);
    deepEqual(lines.slice(-2), ['Listeners: 16, 12 rdp, 4 refused', 'with an error or a warning: 16']);
  });

  it('prints the contract of one listener on each line of JSON, whoever names it', async () => {
    const list = join(folder, 'farm');
    writeFileSync(list, `[farm]\nrds[19:20] ansible_host=127.0.7.19\n`);
    const input = `# these\n127.0.7.17:${String(port)}\n127.0.7.17:${String(port)}  # again\n`;
    const ran = await runProgram([process.execPath, program, 'check', `127.0.7.16:${String(port)}`, '--hosts', '-', '--hosts', list, '--format', 'json'], process.env, input);
    const lines = linesOf(ran);
    deepEqual(lines.map(({ host, port: at }) => `${host}:${String(at)}`).sort(), [`127.0.7.16:${String(port)}`, `127.0.7.17:${String(port)}`, '127.0.7.19:3389']);
    const [single] = linesOf(await rdpDiagnostics('check', `127.0.7.16:${String(port)}`, '--format', 'json'));
    const same = lines.find(({ host }) => host === '127.0.7.16');
    ok(single !== undefined && same !== undefined);
    for (const part of ['state', 'answers', 'tls', 'nativeEncryption'] as const) deepEqual(same.listener[part], single.listener[part]);
    deepEqual(Object.keys(same.listener), Object.keys(single.listener));
    deepEqual(same.listener.answers, Object.fromEntries(['tlsOrCredssp', 'credssp', 'tls', 'rdp', 'hybridEx', 'rdstls', 'noNegotiation'].map((name) => [name, { selected: 0, flags: 0 }])));
    deepEqual([ran.code, ran.err], [1, '']);
  });

  it('checks what it can and ends with 2 where something could not be taken', async () => {
    const list = join(folder, 'list');
    writeFileSync(list, `127.0.7.16:${String(port)}\n127.1\n`);
    const { code, out, err } = await rdpDiagnostics('check', '--hosts', list, '--hosts', join(folder, 'gone'), '--mode', 'quick');
    equal(code, 2);
    match(out, /^127\.0\.7\.16:\d+ {2}RDP answers/);
    ok(err.includes(`${list}:2: 127.1 is left out: 127.1 is neither a host name nor an IP address.`), err);
    match(err, /gone cannot be read: it does not exist/);
  });

  it('asks no more at a time than it may, and one after the other where it should', async () => {
    for (const atOnce of [1, 3]) {
      most = 0;
      const { code } = await rdpDiagnostics('check', `127.0.7.16/30:${String(port)}`, `127.0.7.20/30:${String(port)}`, '--at-once', String(atOnce), '--fail-on', 'error');
      equal(code, 0);
      // What this side has closed may take the other a moment.
      ok(most <= 2 * atOnce, `${String(most)} sockets for ${String(atOnce)}`);
    }
  });

  it('has a right answer for each where the system gives few files', async () => {
    for (const files of ['28', '44']) {
      const command = ['bash', '-c', `ulimit -n ${files}; exec "$@"`, 'bash', process.execPath, program, 'check', `127.0.7.16/29:${String(port)}`, '--mode', 'quick'];
      const { out, err } = await runProgram(command);
      match(out, /^Listeners: 8, 8 rdp$/m);
      match(err, /so few files/);
    }
  });

  it('says what was done when it is stopped', async function () {
    const silent = await listen('127.0.7.40', 0, false);
    const child = spawn(process.execPath, [program, 'check', `127.0.7.16:${String(port)}`, `127.0.7.40:${String(silent)}`, '--timeout', '60', '--mode', 'quick'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      // The second time would end it at once.
      if (out === '') child.kill('SIGINT');
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    equal(code, 2);
    match(out, /Listeners: 1, 1 rdp/);
    match(err, /Stopped: 1 of 2 were not checked\./);
  });
});
