import { testPolicies } from '../hosts/policies';

testPolicies();
