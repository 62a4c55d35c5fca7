// Properties of edits of group policy's text formats, on small samples with a fixed seed; policyFixes.full.test.ts runs the same ones for longer.
import { policyFixProperties } from './policyFixProperties';

policyFixProperties(400);
