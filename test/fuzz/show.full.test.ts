// The properties of show.test.ts over many more samples; the seed is printed, so a failure can be repeated with RDP_DIAGNOSTICS_SEED.
import { showProperties } from './showProperties';

const given = Number(process.env['RDP_DIAGNOSTICS_SEED']);
showProperties(20_000, Number.isSafeInteger(given) && given > 0 ? given : undefined);
