// How a listener is asked, as the settings say: what somebody wrote into them by hand is brought into its limits, and nothing unknown is taken.

import { deepEqual, equal, rejects } from 'node:assert/strict';
import * as vscode from 'vscode';
import { watchSettings, type Settings } from '../../src/editor/settings';

describe('the settings of listeners', () => {
  let settings: Settings;
  const written = new Set<string>();

  async function write(name: string, value: unknown): Promise<void> {
    written.add(name);
    await vscode.workspace.getConfiguration('rdpDiagnostics').update(`listener.${name}`, value, vscode.ConfigurationTarget.Global);
  }

  before(() => {
    settings = watchSettings();
  });
  afterEach(async () => {
    for (const name of written) await write(name, undefined);
    written.clear();
  });
  after(() => {
    settings.dispose();
  });

  it('ask little, do not pause and ask for no name where nobody chose', () => {
    deepEqual(settings.listenerManner(), { mode: 'quick', stepTimeoutMs: undefined, pauseMs: 0, askHost: false, routingToken: null });
    equal(settings.checksAtOnce(), 32);
  });

  it('are taken as they were chosen', async () => {
    await write('mode', 'full');
    await write('stepTimeoutSeconds', 2.5);
    await write('pauseSeconds', 0.5);
    await write('askName', true);
    await write('atOnce', 3);
    deepEqual(settings.listenerManner(), { mode: 'full', stepTimeoutMs: 2500, pauseMs: 500, askHost: true, routingToken: null });
    equal(settings.checksAtOnce(), 3);
  });

  it('pause where a check is to be gentle', async () => {
    await write('mode', 'gentle');
    equal(settings.listenerManner().pauseMs, 1000);
    await write('pauseSeconds', 5);
    equal(settings.listenerManner().pauseMs, 5000);
  });

  it('are brought into their limits', async () => {
    await write('mode', 'furious');
    await write('stepTimeoutSeconds', -1);
    await write('pauseSeconds', 1e9);
    await write('askName', 'yes');
    await write('atOnce', 1e9);
    deepEqual(settings.listenerManner(), { mode: 'quick', stepTimeoutMs: 1000, pauseMs: 60_000, askHost: false, routingToken: null });
    equal(settings.checksAtOnce(), 128);
    await write('atOnce', 0.5);
    equal(settings.checksAtOnce(), 1);
  });

  it('ask for a name only by the word of the user, never of a workspace', async () => {
    const asked = vscode.workspace.getConfiguration('rdpDiagnostics').update('listener.askName', true, vscode.ConfigurationTarget.Workspace);
    await rejects(Promise.resolve(asked));
    equal(settings.listenerManner().askHost, false);
  });
});
