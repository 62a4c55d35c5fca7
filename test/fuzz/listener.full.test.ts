// The properties of listener.test.ts on many more samples. The seed is printed; RDP_DIAGNOSTICS_SEED repeats a run or tries another.
import { listenerProperties } from './listenerProperties';

const given = Number(process.env['RDP_DIAGNOSTICS_SEED']);
listenerProperties(100_000, Number.isSafeInteger(given) && given > 0 ? given : undefined);
