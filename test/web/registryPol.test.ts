import { testRegistryPol } from '../hosts/registryPol';

testRegistryPol();
