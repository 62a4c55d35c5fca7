// The properties of hostile.test.ts over many more samples, and documents with a million of everything; the seed is printed, so a failure
// can be repeated with RDP_DIAGNOSTICS_SEED.
import { hostileDocuments, hostileProperties } from './hostileProperties';

const given = Number(process.env['RDP_DIAGNOSTICS_SEED']);
hostileProperties(3_000, Number.isSafeInteger(given) && given > 0 ? given : undefined);
hostileDocuments(1_000_000);
