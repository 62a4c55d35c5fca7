// A person left what they had begun.

import { message } from '../core/messages/message';
import type { Failure } from '../core/result';

export const cancelled: Failure = {
  code: 'cancelled',
  message: message('failure.cancelled'),
  remedy: message('failure.cancelled.remedy'),
  retry: true,
};
