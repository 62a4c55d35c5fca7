// The table of settings: every row is whole, and what a healthy system holds is allowed by its own row.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { findSetting, isSettingKey, settingById } from '../../../src/core/rdp/lookup';
import { mayConcernRdp } from '../../../src/core/rdp/relevance';
import type { Domain, Setting, Standard } from '../../../src/core/rdp/setting';
import { allSettings } from '../../../src/core/rdp/settingTable';
import { settings } from '../../../src/core/rdp/settings';
import { valueType } from '../../../src/core/registry/valueData';

function isIn(domain: Domain, data: Standard): boolean {
  switch (domain.kind) {
    case 'choices':
      return domain.choices.some(({ value }) => value === data);
    case 'range':
      return typeof data === 'number' && ((data >= domain.min && data <= domain.max) || (domain.special ?? []).some(({ value }) => value === data));
    case 'text':
      return typeof data === 'string';
    case 'texts':
      return Array.isArray(data);
    case 'bytes':
      return false;
  }
}

const kinds: Readonly<Record<number, readonly Domain['kind'][]>> = {
  [valueType.dword]: ['choices', 'range'],
  [valueType.sz]: ['text', 'choices', 'range'],
  [valueType.expandSz]: ['text'],
  [valueType.multiSz]: ['texts'],
  [valueType.binary]: ['bytes'],
};

// A client with Remote Desktop on, as exported: what a rule must not complain about.
const healthy: Readonly<Record<string, number | string | readonly string[]>> = {
  'singleSessionPerUser': 1,
  'tsUserEnabled': 0,
  'allowRemoteRpc': 1,
  'deleteTempDirsOnExit': 1,
  'perSessionTempDir': 1,
  'snapshotMonitors': '1',
  'productVersion': '5.1',
  'dependentServices': ['CertPropSvc', 'SessionEnv'],
  'startRcm': 0,
  'listener.portNumber': 0xd3d,
  'listener.enabled': 1,
  'listener.maxInstanceCount': 0xffffffff,
  'listener.securityLayer': 2,
  'listener.minEncryptionLevel': 2,
  'listener.userAuthentication': 1,
  'listener.disableEncryption': 1,
  'listener.keepAliveTimeout': 0,
  'listener.selectTransport': 2,
  'listener.selectNetworkDetect': 1,
  'listener.shadow': 1,
  'listener.colorDepth': 3,
  'listener.webSocketPort': 0xd3b,
  'listener.webSocketTlsPort': 0xd40,
  'licensing.mode': 1,
};

describe('the table of settings', () => {
  const all = allSettings();
  const place = ({ place: { hives, path, name } }: Setting): readonly string[] => hives.map((hive) => `${hive}\\${path}\n${name}`.toLowerCase());

  it('has every row once', () => {
    const ids = all.map(({ id }) => id.toLowerCase());
    equal(new Set(ids).size, ids.length);
    const places = all.flatMap(place);
    equal(new Set(places).size, places.length);
    deepEqual([settings.length, all.length], [137, 288]);
  });

  it('says of every row what it is, where that was read and how sure it is', () => {
    for (const { id, title, source, confidence, place: { path, name } } of all) {
      ok(title !== '' && source !== '' && 'HML'.includes(confidence), id);
      ok(!/[.!]$/.test(title) || title.includes('connection.'), `${id}: ${title}`);
      ok(path !== '' && !path.startsWith('\\') && !path.endsWith('\\') && name !== '', id);
    }
  });

  it('gives every row types that fit its domain', () => {
    for (const { id, types, domain } of all) ok(types.some((type) => kinds[type]?.includes(domain.kind)), id);
  });

  it('allows what it calls the standard', () => {
    for (const setting of all) {
      const told = [setting.standard, ...(setting.standardByWindows ?? []).map(({ standard }) => standard)];
      for (const data of told) ok(data === undefined || isIn(setting.domain, data), `${setting.id}: ${String(data)}`);
    }
  });

  it('allows what a healthy system holds', () => {
    for (const [id, data] of Object.entries(healthy)) {
      const setting = settingById(id);
      const type = typeof data === 'number' ? valueType.dword : typeof data === 'string' ? valueType.sz : valueType.multiSz;
      ok(setting !== undefined && isIn(setting.domain, data) && setting.types.includes(type), id);
    }
  });

  it('has no choice and no special number twice', () => {
    for (const { id, domain } of all) {
      const values = domain.kind === 'choices' ? domain.choices : domain.kind === 'range' ? (domain.special ?? []) : [];
      equal(new Set(values.map(({ value }) => value)).size, values.length, id);
    }
  });

  it('names the setting that decides whether another one counts', () => {
    for (const { id, countsWhile } of all) {
      if (countsWhile === undefined) continue;
      const deciding = settingById(countsWhile.setting);
      ok(deciding !== undefined && isIn(deciding.domain, countsWhile.equals), id);
    }
  });

  it('keeps the promises rules were written on', () => {
    for (const id of ['denyConnections', 'listener.portNumber', 'listener.securityLayer', 'listener.minEncryptionLevel', 'listener.userAuthentication', 'listener.enabled']) {
      ok(settingById(id) !== undefined, id);
    }
    equal(settingById('DENYCONNECTIONS')?.policy?.id, 'TS_DISABLE_CONNECTIONS');
    equal(settingById('listener.certificateHash')?.policy, undefined);
  });

  it('is found at each of its places, and the keys pass the first sieve', () => {
    for (const setting of all) {
      const { hives, path, name } = setting.place;
      for (const hive of hives) {
        const key = { hive, path: path.replace('{listener}', 'RDP-Tcp').replace('{adapter}', '{2A3B}') };
        equal(findSetting({ key, name })?.setting.id, setting.id);
        ok(isSettingKey(key) && mayConcernRdp(key), key.path);
      }
    }
  });
});
