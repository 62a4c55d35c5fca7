// What is decided on the way to a machine without asking the world: order of algorithms, of logins, meaning of what went wrong.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { ciphersOf, hostKeyAlgorithms } from '../../../src/core/ssh/algorithms';
import { failureOf, type Fault } from '../../../src/core/ssh/faults';
import { knownName, machineName } from '../../../src/core/ssh/hostName';
import { nextStep, type LoginState } from '../../../src/core/ssh/loginSteps';
import { english } from '../../../src/core/messages/english';
import { settingsOf } from '../../node/sshSettings';

describe('on the way over SSH', () => {
  it('the types of host keys that are known come first', () => {
    deepEqual(hostKeyAlgorithms([]).slice(0, 2), ['ssh-ed25519', 'ecdsa-sha2-nistp256']);
    deepEqual(hostKeyAlgorithms(['ssh-rsa']).slice(0, 4), ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa', 'ssh-ed25519']);
    deepEqual(hostKeyAlgorithms(['ecdsa-sha2-nistp521', 'ssh-dss']).slice(0, 2), ['ecdsa-sha2-nistp521', 'ssh-ed25519']);
    equal(new Set(hostKeyAlgorithms(['ssh-rsa'])).size, hostKeyAlgorithms([]).length);
    ok(!hostKeyAlgorithms(['ssh-dss']).some((name) => name.includes('dss')));
  });

  it('only ciphers are offered that the runtime has', () => {
    deepEqual(ciphersOf(['aes-256-gcm', 'chacha20', 'des-ede3-cbc']), ['aes256-gcm@openssh.com', 'chacha20-poly1305@openssh.com']);
    deepEqual(ciphersOf(['aes-128-ctr', 'aes-128-gcm']), ['aes128-gcm@openssh.com', 'aes128-ctr']);
    deepEqual(ciphersOf([]), []);
  });

  it('the login goes from keys to questions to the password, and stops asking', () => {
    const all = ['publickey', 'keyboard-interactive', 'password'];
    const fresh: LoginState = { offered: all, keysLeft: false, dialogs: 0, answered: false, passwords: 0, unanswered: false };
    equal(nextStep({ ...fresh, offered: undefined }), 'none');
    equal(nextStep({ ...fresh, keysLeft: true }), 'key');
    equal(nextStep({ ...fresh, keysLeft: true, offered: ['password'] }), 'password');
    equal(nextStep(fresh), 'dialog');
    // A server that refuses a dialog without a question.
    equal(nextStep({ ...fresh, dialogs: 1 }), 'password');
    equal(nextStep({ ...fresh, dialogs: 2, answered: true }), 'dialog');
    equal(nextStep({ ...fresh, dialogs: 3, answered: true }), undefined);
    equal(nextStep({ ...fresh, dialogs: 1, passwords: 2 }), 'password');
    equal(nextStep({ ...fresh, dialogs: 1, passwords: 3 }), undefined);
    equal(nextStep({ ...fresh, unanswered: true }), undefined);
    equal(nextStep({ ...fresh, unanswered: true, keysLeft: true }), 'key');
    equal(nextStep({ ...fresh, offered: [] }), undefined);
  });

  it('what went wrong is read from how far it had come', () => {
    const said = (fault: Partial<Fault>): readonly [string, string] => {
      const { code, message } = failureOf({ phase: 'greeting', text: '', heard: '', ...fault }, 'u@h');
      return [code, english(message)];
    };
    equal(said({})[0], 'notSsh');
    equal(said({ heard: 'SSH-1.5-x\n' })[1].includes('version 1'), true);
    equal(said({ heard: 'SSH-1.99-x\n' })[1].includes('version 1'), false);
    equal(said({ heard: 'Exceeded MaxStartups\r\n' })[0], 'connectionLost');
    // What a stranger sends is shown without what a terminal would act on.
    ok(!said({ heard: '\u001b[2J\u0007hello\n' })[1].includes('\u001b'));
    equal(said({ heard: 'x'.repeat(500) })[1].length < 150, true);
    deepEqual(said({ phase: 'handshake', text: 'Handshake failed: no matching C->S cipher' }), [
      'noCommonAlgorithm',
      'u@h shares no C->S cipher with this program, which offers no outdated ones.',
    ]);
    equal(said({ phase: 'handshake' })[0], 'connectionLost');
    equal(said({ phase: 'handshake', text: 'signature verification failed' })[0], 'notSsh');
    equal(said({ phase: 'login', text: 'Too many authentication failures' })[0], 'authenticationFailed');
    equal(said({ phase: 'login', text: 'read ECONNRESET' })[0], 'connectionLost');
  });

  it('a host has a name for known_hosts and one for people', () => {
    const at = settingsOf({ host: '::1', port: 2222 }, 'u');
    deepEqual([knownName(at), machineName(at)], ['[::1]:2222', 'u@[::1]:2222']);
    const usual = settingsOf({ host: 'h', port: 22 }, 'u');
    deepEqual([knownName(usual), machineName(usual)], ['h', 'u@h']);
    equal(knownName({ ...usual, port: 2222, hostKeyAlias: 'alias' }), 'alias');
  });
});
