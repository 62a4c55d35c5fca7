// Properties of everything a server may say to a ClientHello, on small samples with a fixed seed; tlsFlight.full.test.ts runs the same for
// longer.
import { tlsFlightProperties } from './tlsFlightProperties';

tlsFlightProperties(1_000);
