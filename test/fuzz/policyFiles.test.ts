// Properties of registry.pol and LGPO text, on small samples with a fixed seed; policyFiles.full.test.ts runs the same ones for longer.
import { policyFileProperties } from './policyFileProperties';

policyFileProperties(400);
