// Events by number, in every build.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { events, type EventQuery } from '../../../src/core/rdp/events';
import { eventNumbers, findEvents } from '../../../src/core/rdp/knowledge';

const RCM = 'Microsoft-Windows-TerminalServices-RemoteConnectionManager';
const ids = (query: EventQuery): readonly number[] => findEvents(query).map(({ id }) => id);

describe('the table of events', () => {
  it('has every event once', () => {
    const keys = events().map(({ provider, log, id }) => `${provider} ${log} ${id}`);
    equal(new Set(keys).size, keys.length);
    equal(events().length, 268);
  });

  it('says of every event what it means, where that was read and how sure it is', () => {
    for (const { id, meaning, source, confidence, log, provider } of events()) {
      ok(meaning !== '' && !meaning.endsWith('.') && source !== '' && log !== '' && provider !== '', String(id));
      ok(['H', 'M', 'L'].includes(confidence));
    }
  });

  it('leads from the old number of a licensing event to the new one and back', () => {
    for (const moved of [...events()].filter((event) => eventNumbers(event).length === 2)) {
      const [now = 0, old = 0] = eventNumbers(moved);
      equal(now, old + 49_152);
      ok(findEvents({ id: now, build: 17_763 }).includes(moved) && findEvents({ id: old, build: 14_393 }).includes(moved));
      ok(!findEvents({ id: now, build: 14_393 }).includes(moved) && !findEvents({ id: old, build: 17_763 }).includes(moved));
      ok(findEvents({ id: now }).includes(moved) && findEvents({ id: old }).includes(moved));
    }
    deepEqual(ids({ id: 1128 }), [50_280]);
    deepEqual(ids({ id: 50_280 }), [50_280]);
  });

  it('has one identifier per provider', () => {
    const guids = new Map(events().map(({ provider, guid }) => [provider, guid] as const));
    for (const { provider, guid } of events()) equal(guids.get(provider), guid, provider);
    const told = [...guids.values()].filter((guid) => guid !== undefined);
    ok(told.length > 4 && told.every((guid) => /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/.test(guid)));
    equal(new Set(told).size, told.length);
  });

  it('leaves alone what did not move', () => {
    for (const id of [1062, 1063, 1064]) {
      deepEqual(ids({ id, build: 7601 }), [id]);
      deepEqual(ids({ id, build: 26_100 }), [id]);
    }
    deepEqual(ids({ id: 50_214, build: 17_763 }), []);
    deepEqual(ids({ id: 50_214, build: 19_045 }), [50_214]);
    deepEqual(ids({ id: 1134 }), []);
    deepEqual(ids({ id: 20_505 }), []);
    deepEqual(ids({ id: 1088 }), []);
  });

  it('tells apart by log what two families of one provider share', () => {
    deepEqual(ids({ id: 1158, build: 14_393, log: 'System' }), [50_310]);
    deepEqual(ids({ id: 1158, build: 14_393, log: `${RCM}/Admin` }), [1158]);
    deepEqual(ids({ id: 1158, build: 17_763 }), [1158]);
    deepEqual(ids({ id: 1068, build: 14_393, log: 'System' }), [1068]);
    deepEqual(ids({ id: 1068, build: 14_393, log: `${RCM}/Admin` }), []);
    deepEqual(ids({ id: 1068, build: 17_763, log: `${RCM}/Admin` }), [1068]);
    deepEqual(ids({ id: 1068, log: 'system' }), [1068]);
  });

  it('knows providers by each of their names', () => {
    for (const provider of [RCM, RCM.toLowerCase(), 'TermService', 'TerminalServices-RemoteConnectionManager']) deepEqual(ids({ id: 1056, provider }), [1056]);
    deepEqual(ids({ id: 1056, provider: '{C76BAA63-ae81-421c-b425-340b4b24157f}' }), [1056]);
    deepEqual(ids({ id: 1056, provider: '{1f678132-5938-4686-9fdc-c8ff68f15c85}' }), []);
    deepEqual(ids({ id: 1028, provider: 'TerminalServices-ClientActiveXCore' }), [1028]);
    deepEqual(ids({ id: 1028, provider: RCM }), [50_180]);
    deepEqual(findEvents({ id: 140, provider: 'RemoteDesktopServices-RdpCoreTS' })[0]?.fields, ['IPString']);
  });
});
