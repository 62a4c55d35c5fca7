import { testPolicyFiles } from '../hosts/policyFiles';

testPolicyFiles();
