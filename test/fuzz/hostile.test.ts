// Properties of damaged and hostile files of group policy, on small samples with a fixed seed; hostile.full.test.ts runs the same ones for longer.
import { hostileDocuments, hostileProperties } from './hostileProperties';

hostileProperties(60);
hostileDocuments(100_000);
