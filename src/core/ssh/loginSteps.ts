// Which way of logging in is tried next, in the order ssh has: keys, then what the server asks, then the password.
// Source: RFC 4252 (the server says which methods can continue), RFC 4256 (keyboard-interactive).

/** How often a person is asked for one thing. */
export const mostAnswers = 3;

export interface LoginState {
  /** What the server said can continue; undefined before it was asked. */
  readonly offered: readonly string[] | undefined;
  readonly keysLeft: boolean;
  /** Rounds of keyboard-interactive that were refused. */
  readonly dialogs: number;
  /** Whether a person answered in one of them: then the password was most likely what was asked for. */
  readonly answered: boolean;
  readonly passwords: number;
  /** A question was left without an answer: no other is asked. */
  readonly unanswered: boolean;
}

export type LoginStep = 'none' | 'key' | 'dialog' | 'password';

export function nextStep(state: LoginState): LoginStep | undefined {
  const { offered } = state;
  if (offered === undefined) return 'none';
  if (offered.includes('publickey') && state.keysLeft) return 'key';
  if (state.unanswered) return undefined;
  // A server that refuses a dialog without having asked anything has nothing behind it.
  const dialogsMeant = state.answered ? mostAnswers : 1;
  if (offered.includes('keyboard-interactive') && state.dialogs < dialogsMeant) return 'dialog';
  const answers = state.passwords + (state.answered ? state.dialogs : 0);
  if (offered.includes('password') && answers < mostAnswers) return 'password';
  return undefined;
}
