// Properties of what `show` writes, on small samples with a fixed seed; show.full.test.ts runs the same ones for longer.
import { showProperties } from './showProperties';

showProperties(400);
