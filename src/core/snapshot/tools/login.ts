// Who this login is, from `whoami`: SIDs only. Administrative rights show as the mandatory label of the token (S-1-16-12288 high, S-1-16-16384
// system); a token that is filtered by UAC has S-1-16-8192.

import type { ToolAnswers } from './answers';

export interface Login {
  readonly elevated: boolean | null;
  readonly userSid: string | null;
}

export function readLogin(answers: ToolAnswers): Login {
  const user = answers.get('whoami.user');
  const groups = answers.get('whoami.groups');
  const level = Number((groups?.code === 0 ? /"S-1-16-(\d{1,6})"/.exec(groups.text)?.[1] : undefined) ?? Number.NaN);
  return {
    elevated: Number.isNaN(level) ? null : level >= 12_288,
    userSid: (user?.code === 0 ? /"(S-1-\d+(?:-\d+){1,14})"/.exec(user.text)?.[1] : undefined) ?? null,
  };
}
