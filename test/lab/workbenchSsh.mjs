// A workbench beside hosts that are reached over SSH: real sshd with an account that has a password, and whatever else a test asks for;
// and the steps a person makes to reach them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OUT } from './paths.mjs';
import { openWorkbench } from './workbench.mjs';

/** The parts of the lab that are compiled. */
const compiled = createRequire(join(OUT, 'test', 'lab', 'workbenchSsh.mjs'));
/** @type {typeof import('./sshd')} */
export const { createAccount, makeKey, startSshd } = compiled('./sshd.js');
/** @type {typeof import('./canaries')} */
export const { canary, searchFor } = compiled('./canaries.js');
/** @type {typeof import('./wine')} */
export const { startWine } = compiled('./wine.js');
/** @type {typeof import('../collector/seeds')} */
export const { healthy, server: windowsServer, symptoms } = compiled('../collector/seeds.js');
/** @type {typeof import('../needs')} */
export const { needs, needsRoot } = compiled('../needs.js');

/**
 * A home with an ssh configuration of its own, in which nothing is known of any host and no key is offered unless a host names one.
 * @param {(home: string) => readonly { readonly alias: string, readonly host: string, readonly port: number, readonly user: string, readonly identity?: string }[]} hosts
 */
export function homeWith(hosts) {
  const home = mkdtempSync(join(tmpdir(), 'rdp-diagnostics-home-'));
  mkdirSync(join(home, '.ssh'));
  const blocks = hosts(home).map(({ alias, host, port, user, identity = 'none' }) =>
    [`Host ${alias}`, `HostName ${host}`, `Port ${port}`, `User ${user}`, `IdentityFile ${identity}`],
  );
  const all = ['Host *', `UserKnownHostsFile ${join(home, 'known_hosts')}`, 'GlobalKnownHostsFile none', 'IdentityAgent none'];
  writeFileSync(join(home, '.ssh', 'config'), [...blocks.flat(), ...all, ''].join('\n'));
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
}

/**
 * ssh itself looks for the home in the list of users and not in the environment: the setting names the file.
 * @param {string} home
 * @param {readonly Record<string, unknown>[]} servers
 */
export async function openSshWorkbench(home, servers) {
  const settings = { 'rdpDiagnostics.ssh.configFile': '~/.ssh/config', 'rdpDiagnostics.ssh.idleSeconds': 0, 'rdpDiagnostics.servers': servers };
  const workbench = await openWorkbench({ settings, env: { HOME: home } });
  await workbench.viewContainer('RDP Diagnostics').click();
  await workbench.treeRow(String(servers[0]?.['label'])).waitFor();
  return new SshSteps(workbench);
}

export class SshSteps {
  /** @param {import('./workbench.mjs').Workbench} workbench */
  constructor(workbench) {
    this.workbench = workbench;
    this.user = join(workbench.server.dataFolder, 'data', 'User');
    this.box = workbench.quickInput.locator('input.input');
  }

  /**
   * A menu takes no click in its first tenth of a second, in which one may be the end of the click that opened it.
   * @param {string} row
   * @param {string} item
   */
  async choose(row, item) {
    await this.workbench.treeRow(row).click({ button: 'right' });
    await this.workbench.page.getByRole('menuitem', { name: item }).click({ delay: 300 });
  }

  /** @param {string} row */
  async test(row) {
    await this.choose(row, 'Test Connection');
  }

  /**
   * Takes a notification from the screen once it is there.
   * @param {string} text part of it
   * @param {string} name of its screenshot
   */
  async read(text, name) {
    const toast = this.workbench.toast(text);
    await toast.waitFor();
    await this.workbench.screenshot(name);
    await toast.hover();
    await toast.locator('.action-label[aria-label^="Clear Notification"]').click();
    await toast.waitFor({ state: 'detached' });
  }

  /** @param {string} text part of the title of the question on the screen */
  title(text) {
    return this.workbench.quickInput.locator('.quick-input-title', { hasText: text });
  }

  /** @param {string} text part of a row of the list on the screen */
  row(text) {
    return this.workbench.quickInput.locator('.monaco-list-row', { hasText: text });
  }

  servers() {
    return JSON.parse(readFileSync(join(this.user, 'settings.json'), 'utf8'))['rdpDiagnostics.servers'];
  }

  rememberedKeys() {
    return JSON.parse(readFileSync(join(this.user, 'globalStorage', 'rdp-diagnostics.rdp-diagnostics', 'hostKeys.json'), 'utf8')).keys;
  }
}
