// Properties of everything a listener may send, on small samples with a fixed seed; listener.full.test.ts runs the same for longer.
import { listenerProperties } from './listenerProperties';

listenerProperties(1_000);
