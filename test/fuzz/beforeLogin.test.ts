// Properties of what a server says before a login, on small samples with a fixed seed; beforeLogin.full.test.ts runs the same for longer.
import { beforeLoginProperties } from './beforeLoginProperties';

beforeLoginProperties(1_000);
