// Everything that asks or tells a person something: no other file opens an input box, a list, a file picker or a dialog.

import * as vscode from 'vscode';
import { message, type Message } from '../core/messages/message';
import type { Failure } from '../core/result';
import type { Words } from '../core/servers/tree';
import { actionsOf, type FailureAction } from './failures';
import type { LogChannel } from './log';
import { plainText, translate, wordsText } from './translate';

export type Answer<T> = { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'back' } | { readonly kind: 'cancelled' };

interface Question {
  readonly title: Message;
  /** From 1; with a first step there is nothing to go back to. */
  readonly step?: number;
  readonly steps?: number;
  /** Takes the question from the screen. */
  readonly signal?: AbortSignal;
}

export interface TextQuestion extends Question {
  readonly prompt: Message;
  readonly placeholder?: Message;
  readonly value: string;
  /** What is wrong with the text, or undefined. */
  readonly fault: (text: string) => Message | undefined;
}

export interface SecretPrompt extends Question {
  readonly prompt: readonly Message[];
  /** Whether a person may choose to have it remembered. */
  readonly canKeep: boolean;
}

export interface GivenSecret {
  readonly text: string;
  readonly keep: boolean;
}

export interface Choice<T> {
  readonly label: Words;
  readonly description?: Words;
  readonly icon?: string;
  readonly picked?: boolean;
  readonly value: T;
}

export interface ListQuestion<T> extends Question {
  readonly placeholder: Message;
  readonly choices: readonly Choice<T>[];
}

interface Item<T> extends vscode.QuickPickItem {
  readonly value: T;
}

interface Input extends vscode.QuickInput {
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
}

/** Shows an input, waits for one outcome, and disposes it whichever it was. */
async function ask<T>(
  input: Input,
  question: Question,
  listen: (answer: (value: T) => void) => readonly vscode.Disposable[],
): Promise<Answer<T>> {
  input.title = translate(question.title);
  input.step = question.step;
  input.totalSteps = question.steps;
  input.ignoreFocusOut = true;
  if ((question.step ?? 1) > 1) input.buttons = [vscode.QuickInputButtons.Back, ...input.buttons];
  const { signal } = question;
  const listeners: vscode.Disposable[] = [];
  try {
    return await new Promise<Answer<T>>((resolve) => {
      const abort = (): void => {
        resolve({ kind: 'cancelled' });
      };
      signal?.addEventListener('abort', abort, { once: true });
      if (signal?.aborted === true) abort();
      listeners.push(
        ...listen((value) => {
          resolve({ kind: 'answer', value });
        }),
        input.onDidHide(() => {
          resolve({ kind: 'cancelled' });
        }),
        input.onDidTriggerButton((button) => {
          if (button === vscode.QuickInputButtons.Back) resolve({ kind: 'back' });
        }),
        {
          dispose: () => {
            signal?.removeEventListener('abort', abort);
          },
        },
      );
      if (signal?.aborted !== true) input.show();
    });
  } finally {
    vscode.Disposable.from(...listeners, input).dispose();
  }
}

export async function askText(question: TextQuestion): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  const judge = (text: string): boolean => {
    const fault = question.fault(text);
    input.validationMessage = fault === undefined ? undefined : plainText(fault);
    return fault === undefined;
  };
  input.prompt = plainText(question.prompt);
  if (question.placeholder !== undefined) input.placeholder = translate(question.placeholder);
  input.value = question.value;
  return ask<string>(input, question, (answer) => [
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    }),
    // Judged when it is meant: a fault while typing would only say that typing is not done.
    input.onDidAccept(() => {
      if (judge(input.value)) answer(input.value);
    }),
  ]);
}

/** Masked, whatever it is for. What a person types is not judged: only the other side can. */
export async function askSecret({ prompt, canKeep, ...question }: SecretPrompt): Promise<Answer<GivenSecret>> {
  const input = vscode.window.createInputBox();
  input.password = true;
  let keep = false;
  const show = (): void => {
    const fate = keep ? message('reach.secret.kept') : message('reach.secret.notKept');
    input.prompt = [...prompt, ...(canKeep ? [fate] : [])].map(plainText).join(' ');
    const tooltip = translate(keep ? message('reach.secret.doNotKeep') : message('reach.secret.keep'));
    input.buttons = canKeep ? [{ iconPath: new vscode.ThemeIcon(keep ? 'pinned' : 'pin'), tooltip }] : [];
  };
  show();
  return ask<GivenSecret>(input, question, (answer) => [
    input.onDidTriggerButton(() => {
      keep = !keep;
      show();
    }),
    input.onDidAccept(() => {
      answer({ text: input.value, keep });
    }),
  ]);
}

function listInput<T>(question: ListQuestion<T>): vscode.QuickPick<Item<T>> {
  const input = vscode.window.createQuickPick<Item<T>>();
  input.placeholder = translate(question.placeholder);
  input.matchOnDescription = true;
  input.items = question.choices.map(({ label, description, icon, picked, value }) => ({
    label: wordsText(label),
    ...(description === undefined ? {} : { description: wordsText(description) }),
    ...(icon === undefined ? {} : { iconPath: new vscode.ThemeIcon(icon) }),
    picked: picked ?? false,
    value,
  }));
  return input;
}

export async function pickOne<T>(question: ListQuestion<T>): Promise<Answer<T>> {
  const input = listInput(question);
  return ask<T>(input, question, (answer) => [
    input.onDidAccept(() => {
      const chosen = input.selectedItems[0];
      if (chosen !== undefined) answer(chosen.value);
    }),
  ]);
}

export interface TypedQuestion extends ListQuestion<string> {
  /** The row for what was typed and is in no other. It does not begin with that text: then rows that do come before it. */
  readonly typed: (text: string) => Message;
  readonly fault: (text: string) => Message | undefined;
}

/** One of the rows, or what was typed. */
export async function pickOrType(question: TypedQuestion): Promise<Answer<string>> {
  const input = listInput(question);
  const rows = input.items;
  return ask<string>(input, question, (answer) => [
    input.onDidChangeValue((typed) => {
      const value = typed.trim();
      const isNew = value !== '' && !rows.some((row) => row.value === value);
      const fault = question.fault(value);
      const description = fault === undefined ? {} : { description: translate(fault) };
      input.items = isNew ? [...rows, { label: translate(question.typed(value)), ...description, alwaysShow: true, value }] : rows;
    }),
    input.onDidAccept(() => {
      const chosen = input.selectedItems[0];
      if (chosen !== undefined && question.fault(chosen.value) === undefined) answer(chosen.value);
    }),
  ]);
}

export async function pickMany<T>(question: ListQuestion<T>): Promise<Answer<readonly T[]>> {
  const input = listInput(question);
  input.canSelectMany = true;
  input.selectedItems = input.items.filter(({ picked }) => picked === true);
  return ask<readonly T[]>(input, question, (answer) => [
    input.onDidAccept(() => {
      answer(input.selectedItems.map(({ value }) => value));
    }),
  ]);
}

/** As many as wanted, in the order in which they were picked; the title says that order. */
export async function pickInOrder<T>(question: ListQuestion<T>, ordered: (names: string) => Message): Promise<Answer<readonly T[]>> {
  const input = listInput(question);
  input.canSelectMany = true;
  input.selectedItems = input.items.filter(({ picked }) => picked === true);
  let picked: readonly Item<T>[] = input.selectedItems;
  const name = (): void => {
    if (picked.length === 0) input.title = translate(question.title);
    else input.title = translate(ordered(picked.map(({ label }, index) => `${String(index + 1)} ${label}`).join(', ')));
  };
  return ask<readonly T[]>(input, question, (answer) => [
    input.onDidChangeSelection((selected) => {
      picked = [...picked.filter((item) => selected.includes(item)), ...selected.filter((item) => !picked.includes(item))];
      name();
    }),
    input.onDidAccept(() => {
      answer(picked.map(({ value }) => value));
    }),
  ]);
}

export async function pickFiles(title: Message, filters: Readonly<Record<string, readonly string[]>>): Promise<readonly vscode.Uri[]> {
  const mutable = Object.fromEntries(Object.entries(filters).map(([name, endings]) => [name, [...endings]]));
  return (await vscode.window.showOpenDialog({ title: translate(title), filters: mutable, canSelectMany: true })) ?? [];
}

export async function pickFolder(title: Message): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({ title: translate(title), canSelectFiles: false, canSelectFolders: true });
  return chosen?.[0];
}

/** Where something new is written; the editor asks before it replaces a file. @param beside the folder that is suggested */
export async function pickTarget(title: Message, name: string, filters: Readonly<Record<string, readonly string[]>>, beside?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = beside ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const suggested = folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) };
  const mutable = Object.fromEntries(Object.entries(filters).map(([kind, endings]) => [kind, [...endings]]));
  return vscode.window.showSaveDialog({ title: translate(title), filters: mutable, ...suggested });
}

/** A question that stops everything else: for what cannot be taken back. */
export async function confirm(question: Message, detail: Message, button: Message): Promise<boolean> {
  const yes = translate(button);
  return (await vscode.window.showWarningMessage(translate(question), { modal: true, detail: translate(detail) }, yes)) === yes;
}

export interface Decision<T> {
  readonly question: Message;
  /** Paragraphs of lines. */
  readonly details: readonly (readonly Message[])[];
  readonly choices: readonly { readonly title: Message; readonly value: T }[];
}

/** As {@link confirm}, with more than one way to go on. Undefined: none of them. */
export async function decide<T>({ question, details, choices }: Decision<T>): Promise<T | undefined> {
  const buttons = choices.map(({ title, value }) => ({ title: translate(title), value }));
  const options = { modal: true, detail: details.map((lines) => lines.map(translate).join('\n')).join('\n\n') };
  return (await vscode.window.showWarningMessage(translate(question), options, ...buttons))?.value;
}

type Show = (text: string, ...buttons: readonly { readonly title: string; readonly command: string }[]) => Thenable<{ readonly command: string } | undefined>;

async function showWith(show: Show, text: string, actions: readonly FailureAction[], argument: unknown): Promise<void> {
  const chosen = await show(text, ...actions.map(({ title, command }) => ({ title: translate(message(title)), command })));
  if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command, argument);
}

/** A result that has no other place. Resolves when it has been read, or the button was pressed. */
export async function tell(text: Message, ...actions: readonly FailureAction[]): Promise<void> {
  await showWith(vscode.window.showInformationMessage, plainText(text), actions, undefined);
}

/** A failure with its remedy. One that a person caused by cancelling is not told back to them. `argument` is what its command was given. */
export async function showFailure(failure: Failure, argument?: unknown): Promise<void> {
  if (failure.code === 'cancelled') return;
  await showWith(vscode.window.showErrorMessage, `${plainText(failure.message)} ${plainText(failure.remedy)}`, actionsOf(failure.code), argument);
}

export async function showBug(log: LogChannel): Promise<void> {
  const open = translate(message('server.action.openLog'));
  const chosen = await vscode.window.showErrorMessage(translate(message('server.internalError')), open);
  if (chosen !== undefined) log.show();
}
