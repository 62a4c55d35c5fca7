// What a door loads when GPO exports are looked at: one part, because all of it stands on the formats and the rules.

export { effectiveText, type EffectiveText } from './effectiveText';
export type { Gpo } from './gpo';
export { policyTree, type PolicyNode } from './policyTree';
export { composePolicies, filesOfGpos, findPolicyFile, type FoundPolicyFile } from './workspacePolicies';
