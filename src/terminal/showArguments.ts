// What comes behind `show`.

import { message } from '../core/messages/message';
import { succeed, type Result } from '../core/result';
import { choice, misuse } from './misuse';

export const showFormats = ['text', 'json', 'reg', 'lgpo'] as const;

export interface ShowOptions {
  readonly paths: readonly string[];
  readonly format: (typeof showFormats)[number];
  readonly rdpOnly: boolean;
}

export function readShow(paths: readonly string[], values: { readonly format?: string | undefined; readonly 'rdp-only'?: boolean | undefined }): Result<ShowOptions> {
  if (paths.length === 0) return misuse(message('show.noPath'));
  const format = choice('format', values.format, showFormats, 'text');
  return format.ok ? succeed({ paths, format: format.value, rdpOnly: values['rdp-only'] === true }) : format;
}
