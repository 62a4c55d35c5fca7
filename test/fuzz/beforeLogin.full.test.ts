// The properties of beforeLogin.test.ts on many more samples. The seed is printed; RDP_DIAGNOSTICS_SEED repeats a run or tries another.
import { beforeLoginProperties } from './beforeLoginProperties';

const given = Number(process.env['RDP_DIAGNOSTICS_SEED']);
beforeLoginProperties(100_000, Number.isSafeInteger(given) && given > 0 ? given : undefined);
