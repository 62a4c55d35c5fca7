// The table of policies: all of them, each with both of its states, and each joined with the setting it overrides.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { findPolicies, isInverted, policies, policyValues, whenDisabled } from '../../../src/core/rdp/policies';
import { findSetting, settingById } from '../../../src/core/rdp/lookup';
import type { Policy } from '../../../src/core/rdp/policies/policy';
import { hivesOf } from '../../../src/core/rdp/settingTable';
import { valueType } from '../../../src/core/registry/valueData';

describe('the table of policies', () => {
  const count = (template: string): number => policies().filter((policy) => policy.template === template).length;

  it('is whole', () => {
    const templates = ['TerminalServer', 'TerminalServer-Server', 'terminalserver-avd', 'CredSsp', 'Power', 'WindowsFirewall', 'RemoteAssistance'];
    deepEqual(templates.map(count), [105, 17, 6, 12, 14, 4, 6]);
    equal(count('TerminalServer') + count('TerminalServer-Server') + count('terminalserver-avd'), 128);
    equal(policies().length, 164);
  });

  it('has every policy once per class', () => {
    const ids = policies().map((policy) => `${policy.id} ${policy.class}`.toLowerCase());
    equal(new Set(ids).size, ids.length);
  });

  it('says of every policy where it stands, where that was read and how sure it is', () => {
    for (const policy of policies()) {
      const { id, title, category, key, supportedOn, source, confidence } = policy;
      for (const text of [title, category, supportedOn, source]) ok(text !== '' && text === text.trim(), id);
      ok(/^software\\/i.test(key) && !key.endsWith('\\'), id);
      equal(confidence, 'H');
    }
  });

  it('gives every value encodings that can be told apart', () => {
    for (const policy of policies()) {
      for (const value of policyValues(policy)) {
        const at = `${policy.id}.${value.name}`;
        if (value.kind === 'switch') ok(value.enabled !== null && value.enabled !== value.disabled, at);
        if (value.kind === 'checkbox') ok(value.on !== value.off, at);
        if (value.kind === 'number') ok(value.min < value.max, at);
        if (value.kind === 'choice') {
          const values = value.choices.map((choice) => choice.value);
          ok(values.length > 1 && new Set(values).size === values.length && new Set(values.map((one) => typeof one)).size === 1, at);
        }
      }
    }
  });

  it('has no value twice in one policy', () => {
    for (const policy of policies()) {
      const names = policyValues(policy).map(({ name }) => name.toLowerCase());
      equal(new Set(names).size, names.length, policy.id);
    }
  });

  it('knows what a disabled policy leaves', () => {
    const disabled = (id: string): readonly unknown[] => findPolicies(id).flatMap(policyValues).map(whenDisabled);
    deepEqual(disabled('ts_sessions_disconnected_timeout_2'), ['0']);
    deepEqual(disabled('TS_SESSIONS_Idle_Limit_2'), [null]);
    deepEqual(disabled('TS_DISABLE_CONNECTIONS'), [1]);
    deepEqual(disabled('TS_NoDisconnectMenu'), [null]);
    deepEqual(disabled('TS_EASY_PRINT'), [4]);
    deepEqual(disabled('TS_KEEP_ALIVE'), [0, null]);
    deepEqual(disabled('no such policy'), []);
  });

  it('offers one row of steps for every time limit, and "0" as text in the four that a disabled policy writes', () => {
    const limits = policies().flatMap((policy) =>
      policyValues(policy).flatMap((value) => (value.kind === 'choice' && value.choices.some(({ value: step }) => step === 60_000) ? [{ policy, value }] : [])),
    );
    const steps = new Set(limits.map(({ value }) => JSON.stringify(value.choices.map((choice) => choice.value))));
    deepEqual([limits.length, steps.size], [8, 1]);
    deepEqual(
      limits.filter(({ value }) => whenDisabled(value) === '0').map(({ value }) => value.name),
      ['MaxDisconnectionTime', 'MaxDisconnectionTime', 'RemoteAppLogoffTimeLimit', 'RemoteAppLogoffTimeLimit'],
    );
    for (const { policy, value } of limits) {
      for (const hive of hivesOf(policy)) {
        const types: readonly number[] = findSetting({ key: { hive, path: policy.key }, name: value.name })?.types ?? [];
        equal(types.includes(valueType.sz), whenDisabled(value) === '0', policy.id);
      }
    }
  });

  it('has the same values in the policy of the computer and in that of users', () => {
    const shape = (policy: Policy): readonly string[] => policyValues(policy).map(({ setting: _, ...value }) => JSON.stringify(value));
    const pairs = policies().flatMap((one) => {
      const other = policies().find((candidate) => one.class === 'machine' && candidate.class === 'user' && candidate.title === one.title);
      // The one pair that differs: for users, a switch goes with the program.
      return other === undefined || one.id === 'TS_START_PROGRAM_2' ? [] : [{ one, other }];
    });
    ok(pairs.length > 10);
    for (const { one, other } of pairs) deepEqual(shape(other), shape(one), one.title);
  });

  it('knows which policies are named the other way round', () => {
    const inverted = policies().filter(isInverted).map(({ id }) => id);
    for (const id of ['TS_DISABLE_CONNECTIONS', 'TS_TEMP_DELETE', 'TS_CLIENT_AUDIO', 'TS_SMART_CARD', 'TS_AUTO_RECONNECT', 'TS_ENABLE_DFSS']) ok(inverted.includes(id), id);
    equal(inverted.length, 14);
  });

  it('finds a policy in both templates that have its id', () => {
    deepEqual(findPolicies('TS_TIME_ZONE').map((policy) => [policy.template, policy.class]), [['TerminalServer', 'machine'], ['TerminalServer-Server', 'user']]);
  });

  it('is found at every place a policy writes, with the setting it overrides', () => {
    for (const policy of policies()) {
      for (const value of policyValues(policy)) {
        for (const hive of hivesOf(policy)) {
          const known = findSetting({ key: { hive, path: policy.key }, name: value.name });
          ok(known?.side === 'policy' && known.policies.includes(policy), `${policy.id}.${value.name}`);
          if (value.setting !== undefined) equal(known.setting.id, value.setting);
        }
      }
    }
  });

  it('gives a setting one twin over both hives', () => {
    deepEqual(settingById('listener.shadow')?.policy?.hives, ['HKEY_LOCAL_MACHINE', 'HKEY_CURRENT_USER']);
    equal(settingById('listener.shadow')?.policy?.id, 'TS_RemoteControl_2');
    equal(settingById('listener.securityLayer')?.policy?.category, 'Windows Components > Remote Desktop Services > Remote Desktop Session Host > Security');
  });
});
