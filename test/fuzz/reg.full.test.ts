// The properties of reg.test.ts, many more samples and another seed each day would find what a fixed seed never tries; the seed is
// printed, so a failure can be repeated with RDP_DIAGNOSTICS_SEED.
import { regProperties } from './regProperties';

const given = Number(process.env['RDP_DIAGNOSTICS_SEED']);
regProperties(20_000, Number.isSafeInteger(given) && given > 0 ? given : undefined);
